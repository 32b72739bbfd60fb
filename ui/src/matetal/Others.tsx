/** The uppdrag's other mätetal: mark, name, sparkline, newest value. A click shows it above. */
import { Button as AriaButton } from 'react-aria-components';
import type { Matetalsgnista } from '../api/generated';
import { useRead } from '../api/use';
import { Sparkline } from '../shared/Sparkline';
import { BedomningSymbol } from '../shared/symbols';
import { typeset } from '../shared/typeset';

/** A mätetal in a row. */
function SparkRow({ spark, onPress }: { spark: Matetalsgnista; onPress: () => void }) {
  return (
    <AriaButton className="spark-row" onPress={onPress}>
      <span className="spark-mark">{spark.bedomning && <BedomningSymbol bedomning={spark.bedomning.bedomning} />}</span>
      <span>
        {typeset(spark.titel)}
        {spark.bedomning && <span className="hidden">, {spark.bedomning.ord}</span>}
      </span>
      <Sparkline svg={spark.svg} />
      <b>{spark.varde}</b>
    </AriaButton>
  );
}

export function Others({ ids, period, onChoose }: { ids: string[]; period: string; onChoose: (id: string) => void }) {
  const rows = useRead('read_matetalsgnistor', { ids, period }).data?.rader ?? [];
  return (
    <section className="matetal-others" aria-labelledby="matetal-others">
      <h3 id="matetal-others">Fler mätetal</h3>
      <ul>
        {rows.map((spark) => (
          <li key={spark.id}>
            <SparkRow spark={spark} onPress={() => onChoose(spark.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
