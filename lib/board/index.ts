export type { Silence } from '@/lib/board/answers'
export { type BoardCase, isLate, type Lane, type LaneKey, type Turn } from '@/lib/board/lanes'
export { type Load, type PowiatTeam, type PowiatWork, powiatWork, type Task } from '@/lib/board/powiat'
export { type Decision, type TeamBoard, teamBoard } from '@/lib/board/team-board'
