/** What a heading of the program's own means: why its rows hang on nothing, and what to do about it. */
import type { Planrad, Plantrad } from '../../api/generated';

const WHY: Record<string, string> = {
  grunduppdrag: 'Stående uppdrag enligt reglemente eller lag. De hör inte till något mål, och tråden brister inte för det.',
  utan_mal: 'Uppdragen hör inte till något mål. Flytta dem till ett mål, eller märk dem som grunduppdrag om de är stående.',
  utan_uppdrag: 'Aktiviteterna genomför inget uppdrag. Flytta dem till ett uppdrag med Alt och pil, med musen eller i fältet Hör till.',
};

export function GroupPanel({ rad, plan }: { rad: Planrad; plan: Plantrad }) {
  const brist = plan.brister.find((b) => b.brist === rad.id);
  return (
    <div className="thing">
      <header>
        <p className="over">Hänger inte på tråden</p>
        <h2>{rad.titel}</h2>
      </header>
      <p>{WHY[rad.id]}</p>
      {brist && <p className="quiet">{brist.grund}</p>}
    </div>
  );
}
