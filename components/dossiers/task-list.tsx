import { Tag } from '@/components/ui/tag'

/** One part of a form. A part that cannot start yet has no link and says after what. */
export type Task = { key: string; label: string } & ({ href: string; done: boolean } | { after: string })

/** The parts of a form in their order, each with its standing at the right. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="rows tasks">
      {tasks.map((task) => (
        <li key={task.key}>
          {'href' in task ? (
            <>
              <a href={task.href}>{task.label}</a>
              {task.done ? <Tag family="done">Xong</Tag> : <Tag family="new">Chưa xong</Tag>}
            </>
          ) : (
            <>
              <span>{task.label}</span>
              <span className="note">{task.after}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
