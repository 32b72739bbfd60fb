/** The editor of one fact, by what kind of field it is. */
import { useState } from 'react';
import type { Falt } from '../../api/generated';
import { ChoiceEditor } from '../../shared/ChoiceEditor';
import { DateEditor, LineEditor, TextEditor } from '../../shared/editors';
import type { Close } from '../../shared/EditorPopover';
import { Field } from '../../shared/Field';
import { SmallForm } from '../../shared/SmallForm';
import { readDay } from '../../api/refusal';
import { MalvardeEditor } from './MalvardeEditor';
import { chosen, type FieldWriter } from './useField';

interface Props {
  falt: Falt;
  field: FieldWriter;
  close: Close;
}

/** A field as it is typed: kronor without their unit, a number with a comma. */
function typedValue(falt: Falt): string {
  if (falt.varde === null || falt.varde === undefined) return '';
  if (falt.slag === 'kronor') return String(Number(falt.varde) / 100).replace('.', ',');
  return String(falt.varde).replace('.', falt.slag === 'tal' ? ',' : '.');
}

type Beslut = Record<'beslut_organ' | 'beslut_datum' | 'beslut_paragraf' | 'beslut_dnr', string | null>;

const PARTS: readonly (readonly [namn: keyof Beslut, label: string, example: string])[] = [
  ['beslut_organ', 'Beslutat av', 'Socialnämnden'],
  ['beslut_datum', 'Datum', 'åååå-mm-dd'],
  ['beslut_paragraf', 'Paragraf', '142'],
  ['beslut_dnr', 'Diarienummer', 'SN 2026/1'],
];

/** The four parts of a decision in one small form. */
function BeslutEditor({ falt, field, close }: Props) {
  const [beslut, setBeslut] = useState(falt.varde as Beslut);
  const save = async () => {
    const day = await readDay(beslut.beslut_datum ?? '', field.year);
    return 'refused' in day ? { ...day.refused, field: 'beslut_datum' } : field.save('beslut', { ...beslut, beslut_datum: day.datum });
  };
  return (
    <SmallForm save={save} close={close} own={PARTS.map(([namn]) => namn)}>
      {(at) =>
        PARTS.map(([namn, label, placeholder], i) => (
          <Field key={namn} label={label} placeholder={placeholder} value={beslut[namn] ?? ''} onChange={(text) => setBeslut({ ...beslut, [namn]: text })} autoFocus={i === 0} error={at(namn)} />
        ))
      }
    </SmallForm>
  );
}

const MAY_BE_NONE = new Set(['mal_id', 'mottagare_id', 'organisation_id', 'uppdrag_id', 'parent_id', 'ansvarig_id']);

export function FactEditor({ falt, field, close }: Props) {
  const typed = { label: falt.etikett, value: typedValue(falt), save: (text: string) => field.saveTyped(falt, text), close: (() => close()) as Close };
  switch (falt.slag) {
    case 'beslut':
      return <BeslutEditor falt={falt} field={field} close={close} />;
    case 'malvarde':
      return <MalvardeEditor falt={falt} field={field} close={close} />;
    case 'markdown':
      return <TextEditor {...typed} />;
    case 'datum':
      return <DateEditor {...typed} />;
    case 'val':
    case 'flerval':
      return (
        <ChoiceEditor
          label={falt.etikett}
          choices={field.choices(falt)}
          selected={chosen(falt)}
          multiple={falt.slag === 'flerval'}
          none={MAY_BE_NONE.has(falt.namn) ? 'Inget valt' : undefined}
          save={(ids) => field.saveChosen(falt, ids)}
          close={close}
        />
      );
    case 'ord':
      return (
        <ChoiceEditor
          label={falt.etikett}
          choices={field.choices(falt)}
          selected={chosen(falt)}
          none="Inget valt"
          create={{ label: 'Eget ord', run: (text) => field.save(falt.namn, text) }}
          save={(ids) => field.save(falt.namn, ids[0] ?? '')}
          close={close}
        />
      );
    default:
      return <LineEditor {...typed} className={falt.slag === 'rad' ? '' : 'editor-number'} />;
  }
}
