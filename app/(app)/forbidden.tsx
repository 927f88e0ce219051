import { ForbiddenState } from '@/app/refusals'

/** Inside the frame, which brings its own main part. */
const Forbidden = () => (
  <div className="task">
    <ForbiddenState />
  </div>
)

export default Forbidden
