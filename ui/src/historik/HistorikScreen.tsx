/** Historik: the whole file's log by day, who did what, old → new; searched by befattning, kind and text; undo from here. */
import { useDeferredValue, useState } from 'react';
import { useRead, useUndo } from '../api/use';
import type { Historikpost, Historikslag } from '../api/generated';
import { Screen } from '../app/Screen';
import { usePlace } from '../app/place';
import { Button } from '../shared/Button';
import { SelectField } from '../shared/Field';
import { Empty, ErrorNotice, Loading } from '../shared/Notice';
import { SearchBox } from '../shared/SearchBox';
import { Poster } from './Poster';
import './historik.css';
import { ALL, useHistorik, type Historikfilter } from './useHistorik';

const ANY = 'alla';

function Filter({ filter, onChange }: { filter: Historikfilter; onChange: (filter: Historikfilter) => void }) {
  const val = useRead('read_historikval', {}).data;
  const who = [{ id: ANY, label: 'Alla befattningar' }, ...(val?.vem ?? []).map((vem) => ({ id: vem, label: vem }))];
  const kinds = [{ id: ANY, label: 'Allt' }, ...(val?.slag ?? []).map(({ slag, namn }) => ({ id: slag, label: namn }))];
  return (
    <div className="history-filter" role="search">
      <SearchBox label="Sök i historiken" value={filter.text} onChange={(text) => onChange({ ...filter, text })} />
      <SelectField quiet label="Befattning" options={who} value={filter.vem ?? ANY} onChange={(id) => onChange({ ...filter, vem: id === ANY ? null : id })} />
      <SelectField quiet label="Vad" options={kinds} value={filter.slag ?? ANY} onChange={(id) => onChange({ ...filter, slag: id === ANY ? null : (id as Historikslag) })} />
    </div>
  );
}

/** The newest change that holds and is no undo of another: what Ctrl+Z takes back. */
function newestHolding(poster: readonly Historikpost[]): number | undefined {
  return poster.find((p) => !p.angrad && p.slag !== 'undo')?.nr;
}

export default function HistorikScreen() {
  const { go } = usePlace();
  const [filter, setFilter] = useState(ALL);
  const asked = useDeferredValue(filter);
  const read = useHistorik(asked);
  const { state, undo } = useUndo();
  const poster = read.data ?? [];
  const isFiltered = filter.vem !== null || filter.slag !== null || filter.text !== '';
  const undoable = !isFiltered && state?.undo.mojligt ? newestHolding(poster) : undefined;
  const more = read.hasNextPage && !read.isFetchingNextPage;
  return (
    <Screen
      name="historik"
      title="Historik"
      chips={<Filter filter={filter} onChange={setFilter} />}
      status={state && !state.undo.mojligt ? state.undo.text : 'Det senaste överst'}
      keys={[
        ['ArrowUp ArrowDown', 'flytta'],
        ['Enter', 'visa mer'],
        ['Ctrl+Z', 'ångra det senaste'],
      ]}
    >
      {read.error && <ErrorNotice error={read.error} />}
      {read.isPending && <Loading />}
      {read.data && poster.length === 0 && !read.hasNextPage && (
        <Empty
          title={isFiltered ? 'Inget i historiken stämmer med urvalet' : 'Inget är ändrat ännu'}
          action={isFiltered ? <Button onPress={() => setFilter(ALL)}>Visa allt</Button> : <Button onPress={() => go({ screen: 'plan' })}>Till planen</Button>}
        >
          {isFiltered ? 'Sök på ett ord som har skrivits eller på namnet på det som ändrades.' : 'Här står vem som har ändrat vad, och när.'}
        </Empty>
      )}
      {read.data && poster.length === 0 && read.hasNextPage && (
        <Empty title="Inget hittades så långt" action={<Button onPress={() => void read.fetchNextPage()}>Sök längre tillbaka</Button>}>
          Historiken är lång. Den nyaste delen är genomsökt.
        </Empty>
      )}
      {poster.length > 0 && <Poster label="Ändringar, det senaste först" poster={poster} more={more} fetchMore={() => void read.fetchNextPage()} undoable={undoable} undo={() => void undo()} />}
    </Screen>
  );
}
