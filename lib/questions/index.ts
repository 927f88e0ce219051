export { answerQuestion, assignQuestion, endAnswer } from '@/lib/questions/answer'
export { askQuestion, withdrawQuestion } from '@/lib/questions/ask'
export {
  listQuestions,
  prepareQuestion,
  type QuestionPage,
  type QuestionRow,
  readQuestion,
} from '@/lib/questions/read'
export { addWzkMember, endWzkMember, listWzk, type WzkList, type WzkRow } from '@/lib/questions/wzk'
