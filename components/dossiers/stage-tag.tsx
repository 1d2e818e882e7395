import { Tag, type TagFamily } from '@/components/ui/tag'

/** Where a dossier stands. Family and words come from the table of stages; citizens and staff read different words for the same stage. */
export function StageTag({ family, label }: { family: TagFamily; label: string }) {
  return <Tag family={family}>{label}</Tag>
}
