/** Which report: the kind, the period and, for a verksamhetsplan, whose it is. */
import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Rapportslag, Rapportvalbild } from '../api/generated';
import { IconButton } from '../shared/Button';
import { SelectField } from '../shared/Field';

const WHOLE = 'hela';

interface Props {
  val: Rapportvalbild;
  choose: (change: { slag?: Rapportslag; period?: string; enhet?: string }) => void;
}

export function Rapportvaljare({ val, choose }: Props) {
  const at = val.perioder.findIndex((p) => p.period === val.period);
  const before = val.perioder[at - 1];
  const after = val.perioder[at + 1];
  const word = val.slag === 'manad' ? 'månad' : 'år';
  return (
    <div className="rapport-valjare" role="group" aria-label="Rapport">
      <IconButton label={before ? `Föregående ${word}, ${before.namn}` : `Föregående ${word}`} isDisabled={!before} onPress={() => before && choose({ period: before.period })}>
        <ChevronLeft size={16} />
      </IconButton>
      <IconButton label={after ? `Nästa ${word}, ${after.namn}` : `Nästa ${word}`} isDisabled={!after} onPress={() => after && choose({ period: after.period })}>
        <ChevronRight size={16} />
      </IconButton>
      <DialogTrigger>
        <AriaButton className="button quiet">
          Byt rapport
          <ChevronDown size={14} aria-hidden />
        </AriaButton>
        <Popover className="popover" placement="bottom start">
          <Dialog className="rapport-val" aria-label="Byt rapport">
            <SelectField label="Rapport" options={val.rapporter.map((r) => ({ id: r.slag, label: r.ord }))} value={val.slag} onChange={(slag) => choose({ slag: slag as Rapportslag })} />
            <SelectField
              label={val.slag === 'manad' ? 'Period' : 'År'}
              options={val.perioder.toReversed().map((p) => ({ id: p.period, label: p.namn, note: p.lage }))}
              value={val.period}
              onChange={(period) => choose({ period })}
            />
            {val.enheter.length > 0 && (
              <SelectField
                label="Vems plan"
                options={val.enheter.map((e) => ({ id: e.id ?? WHOLE, label: `${'\u2003'.repeat(e.djup)}${e.namn}` }))}
                value={val.enhet ?? WHOLE}
                onChange={(id) => choose({ enhet: id === WHOLE ? '' : id })}
              />
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}
