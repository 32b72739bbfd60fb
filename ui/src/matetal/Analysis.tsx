/** The analysis of the period, saved when it is left; last period's text is one click away. */
import { ChevronRight } from 'lucide-react';
import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components';
import type { Matetalsblad } from '../api/generated';
import { refusalOf } from '../api/refusal';
import { useWrite } from '../api/use';
import { MarkdownField } from '../shared/MarkdownField';

export function Analysis({ blad, period }: { blad: Matetalsblad; period: string }) {
  const write = useWrite();
  const { analys } = blad;
  const [year = 0, month = 0] = period.split('-').map(Number);
  const save = (text: string) => refusalOf(write, 'set_avsnittstext', { year, month, avsnitt: analys.avsnitt, subject_id: blad.id, text });
  return (
    <section className="matetal-analysis">
      <MarkdownField label="Analys" value={analys.text} save={save} rows={9} foot={analys.fot} placeholder="Vad visar värdet, varför, och vad görs åt det?" />
      {analys.foregaende && (
        <Disclosure className="fold">
          <AriaButton slot="trigger" className="button link">
            <ChevronRight size={14} aria-hidden />
            {analys.foregaende.rubrik}
          </AriaButton>
          <DisclosurePanel>
            <p className="matetal-earlier">{analys.foregaende.text}</p>
          </DisclosurePanel>
        </Disclosure>
      )}
    </section>
  );
}
