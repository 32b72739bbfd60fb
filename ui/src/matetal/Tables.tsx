/** Folded away: the chart as a table, and the year's values to type in. */
import { ChevronRight } from 'lucide-react';
import { Button as AriaButton, Disclosure, DisclosureGroup, DisclosurePanel, Heading } from 'react-aria-components';
import type { Matetalsblad } from '../api/generated';
import { ValueForm } from './ValueForm';

function Fold({ id, label, children }: { id: string; label: string; children: React.ReactNode }) {
  return (
    <Disclosure id={id} className="fold">
      <Heading level={3}>
        <AriaButton slot="trigger" className="button link">
          <ChevronRight size={14} aria-hidden />
          {label}
        </AriaButton>
      </Heading>
      <DisclosurePanel>{children}</DisclosurePanel>
    </Disclosure>
  );
}

export function Tables({ blad }: { blad: Matetalsblad }) {
  const { kolumner, rader } = blad.tabell;
  const now = blad.varden.find((v) => v.period === blad.nu)?.namn ?? '';
  return (
    <DisclosureGroup allowsMultipleExpanded className="matetal-folds">
      {rader.length > 0 && (
        <Fold id="table" label="Visa som tabell">
          <table className="matetal-table">
            <caption className="hidden">{blad.titel}</caption>
            <thead>
              <tr>
                {kolumner.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...rader].reverse().map(([period, ...values]) => (
                <tr key={period}>
                  <th scope="row">{period}</th>
                  {values.map((value, i) => (
                    <td key={kolumner[i + 1]}>{value || (i === 0 && <span className="matetal-gap">Ej mätt</span>)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Fold>
      )}
      <Fold id="values" label={now ? `Ange värde, ${now.toLocaleLowerCase('sv')}` : 'Ange värde'}>
        <ValueForm blad={blad} />
      </Fold>
    </DisclosureGroup>
  );
}
