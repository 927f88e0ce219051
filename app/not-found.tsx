import { NotFoundState } from '@/app/refusals'

const NotFound = () => (
  <main id="tresc" className="page page-task">
    <NotFoundState />
  </main>
)

export default NotFound
