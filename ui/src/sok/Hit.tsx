/** One line of the palette. */
import { CornerDownRight } from 'lucide-react';
import { Keys } from '../shared/Button';
import { StatusSymbol } from '../shared/symbols';
import type { PaletteHit } from './hits';

interface Props {
  id: string;
  hit: PaletteHit;
  isActive: boolean;
  onChoose: () => void;
  onPoint: () => void;
}

export function Hit({ id, hit, isActive, onChoose, onPoint }: Props) {
  return (
    <div id={id} role="option" aria-selected={isActive} className="hit" onPointerMove={isActive ? undefined : onPoint} onClick={onChoose}>
      <span className="hit-mark">{hit.status ? <StatusSymbol status={hit.status} /> : <CornerDownRight size={13} aria-hidden />}</span>
      <span className="hit-title">
        {hit.code && <b>{hit.code}</b>} {hit.title}
        {hit.statusWord && <span className="hidden">, {hit.statusWord}</span>}
      </span>
      {hit.note && <small>{hit.note}</small>}
      {hit.shortcut && <Keys keys={hit.shortcut} />}
    </div>
  );
}
