import { AppError } from '@/lib/platform/errors'

/** The refusal of a use case as `code key`, with the fields that it names. */
export const refusal = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'allowed'
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const fields = Object.keys(error.fields)
    return [error.code, error.key, ...fields].join(' ')
  }
}

/** The wrong fields of an expected refusal, or its key where no field is wrong. */
export const refusedFields = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error
      return Object.keys(error.fields).length > 0 ? error.fields : error.key
    },
  )
