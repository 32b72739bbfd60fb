/** Over the rows of a sheet: which verdicts to show, what the sheet holds, where its headings stand, which month it is of. */
import type { Inlasningsblad, Inlasningschip, Inlasningsperiod, Tabellslag } from '../api/generated';
import { Chips } from '../shared/Chips';
import { SelectField } from '../shared/Field';
import { VERDICT_ICONS } from './verdict';
import { chooseHeadings, chooseKind, choosePeriod } from './work';

export const ALL = 'rader';
const chipId = (chip: Inlasningschip): string => chip.utslag ?? (chip.anmarkning ? 'anmarkning' : ALL);

interface Props {
  sheet: Inlasningsblad;
  period: Inlasningsperiod;
  filter: string;
  onFilter: (filter: string) => void;
}

function Choices({ sheet, period }: Pick<Props, 'sheet' | 'period'>) {
  return (
    <div className="sheet-choices">
      {sheet.slag && period.behovs && (
        <SelectField
          label="Månad som värden och status gäller"
          quiet
          options={period.val.map((v) => ({ id: v.period, label: `Gäller ${v.text}` }))}
          value={period.vald}
          onChange={choosePeriod}
        />
      )}
      <SelectField
        label="Vad bladet innehåller"
        quiet
        options={sheet.slagval.map((v) => ({ id: v.varde || 'unread', label: v.ord }))}
        value={sheet.slag ?? 'unread'}
        onChange={(id) => chooseKind(sheet.blad, id === 'unread' ? null : (id as Tabellslag))}
      />
      {sheet.rubrikrader.length > 0 && sheet.slag && (
        <SelectField
          label="Var rubrikerna står"
          quiet
          className="headings-choice"
          placeholder={sheet.rubriker ?? 'Var står rubrikerna?'}
          options={sheet.rubrikrader.map((r) => ({ id: String(r.rad), label: r.rad === sheet.rubrikrad && sheet.rubriker ? sheet.rubriker : r.ord }))}
          value={sheet.rubrikrad === null ? null : String(sheet.rubrikrad)}
          onChange={(id) => chooseHeadings(sheet.blad, Number(id))}
        />
      )}
    </div>
  );
}

export function SheetTools({ sheet, period, filter, onFilter }: Props) {
  const chips = sheet.chips.map((chip) => {
    const Icon = chip.utslag ? VERDICT_ICONS[chip.utslag] : null;
    return { id: chipId(chip), count: chip.text, label: chip.ord, icon: Icon && <Icon size={14} aria-hidden /> };
  });
  return (
    <div className="sheet-tools">
      {chips.length > 0 && (
        <Chips label="Visa rader" single chips={chips} selected={new Set([filter])} onChange={(keys) => onFilter([...keys][0] ?? ALL)} />
      )}
      {sheet.kan_valjas && <Choices sheet={sheet} period={period} />}
    </div>
  );
}
