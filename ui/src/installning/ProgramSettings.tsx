/** The person's own settings: looks, font and size of the text. They follow the person, not the file. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { call, type Args } from '../api/call';
import type { Programbild, Typsnitt, Utseende } from '../api/generated';
import { SelectField } from '../shared/Field';
import './installning.css';

const LOOKS: readonly (readonly [Utseende, string])[] = [
  ['system', 'Som systemet'],
  ['ljus', 'Ljust'],
  ['mork', 'Mörkt'],
];
const FONTS: readonly (readonly [Typsnitt, string])[] = [
  ['source_sans', 'Source Sans 3'],
  ['atkinson', 'Atkinson Hyperlegible'],
];
const ZOOM = [75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400];

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly (readonly [T, ReactNode])[];
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <RadioGroup className="choice" value={value} onChange={(next) => onChange(next as T)} orientation="horizontal">
      <Label>{label}</Label>
      <div className="choices">
        {options.map(([id, words]) => (
          <Radio key={id} value={id} className="segment" data-font={id}>
            {words}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

export function ProgramSettings({ program }: { program: Programbild }) {
  const client = useQueryClient();
  const set = async (change: Args<'set_program'>) => {
    client.setQueryData(['read_program', {}], await call('set_program', change));
  };
  const steps = ZOOM.includes(program.zoom) ? ZOOM : [...ZOOM, program.zoom].sort((a, b) => a - b);
  return (
    <div className="settings-form">
      <Choice label="Ljust eller mörkt" value={program.utseende} options={LOOKS} onChange={(utseende) => void set({ utseende })} />
      <Choice label="Typsnitt" value={program.typsnitt} options={FONTS} onChange={(typsnitt) => void set({ typsnitt })} />
      <SelectField
        className="narrow"
        label="Zoom"
        value={String(program.zoom)}
        options={steps.map((zoom) => ({ id: String(zoom), label: `${zoom} %` }))}
        onChange={(zoom) => void set({ zoom: Number(zoom) })}
      />
      <p className="quiet">Inställningarna gäller dig på den här datorn, i alla planer. Zooma också med Ctrl och plus eller minus.</p>
    </div>
  );
}
