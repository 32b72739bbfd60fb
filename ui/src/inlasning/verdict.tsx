/** The verdict on a row: symbol, word and reason. Only what asks something of the reader has colour. */
import { CircleMinus, CirclePlus, CircleX, Equal, PencilLine, type LucideIcon } from 'lucide-react';
import type { Inlasningsrad, Utslag } from '../api/generated';

export const VERDICT_ICONS: Record<Utslag, LucideIcon> = {
  ny: CirclePlus,
  andrad: PencilLine,
  oforandrad: Equal,
  tvetydig: CircleX,
  vagrad: CircleX,
  overhoppad: CircleMinus,
};

/** The first cell of a row. */
export function Verdict({ rad }: { rad: Inlasningsrad }) {
  if (!rad.utslag) return null;
  const Icon = VERDICT_ICONS[rad.utslag];
  const serious = rad.anmarkningar.filter((a) => a.grad === 'anmarkning' && !a.i_cell);
  return (
    <div className="verdict" data-utslag={rad.utslag}>
      <Icon size={15} aria-hidden />
      <span className="verdict-word">{rad.ord}</span>
      {rad.skal && <small>{rad.skal}</small>}
      {serious.map((a) => (
        <small key={a.text} className="remark">
          {a.text}
        </small>
      ))}
    </div>
  );
}
