import { ForbiddenState } from '@/app/refusals'

const Forbidden = () => (
  <main id="tresc" className="page page-task">
    <ForbiddenState />
  </main>
)

export default Forbidden
