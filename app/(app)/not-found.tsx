import { NotFoundState } from '@/app/refusals'

/** Inside the frame, which brings its own main part. */
const NotFound = () => (
  <div className="task">
    <NotFoundState />
  </div>
)

export default NotFound
