/** The pages: pictures one below the other, or the same report as text for the one who listens, searches or copies. */
import { AlignLeft, Maximize2, Minus, Plus } from 'lucide-react';
import { memo, useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type Ref } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { Avsnittsplats, Rapportbild } from '../api/generated';
import { useCommands } from '../app/commands';
import { ofScreen } from '../app/elsewhere';
import { IconButton } from '../shared/Button';
import { Rapporttext } from './Rapporttext';
import { Sida } from './Sida';

/** CSS pixels of a point at 100 %. */
const POINT = 96 / 72;
const STEPS = [0.5, 0.67, 0.78, 0.9, 1, 1.25, 1.5, 2] as const;
/** Room beside the page in its column. */
const GUTTER = 64;
/** Never larger than this by itself. */
const WIDEST = 1;

export interface SidorHandle {
  /** Scrolls to a place on the pages, or to the section's heading in the text. */
  show: (plats: Avsnittsplats, rubrik: string) => void;
}

interface Props {
  bild: Rapportbild;
  ref: Ref<SidorHandle>;
  /** Where the upper part of the view is: page (from 1) and share of it. */
  onScroll: (plats: Avsnittsplats) => void;
  /** "sidbredd 78 %". */
  onZoom: (text: string) => void;
}

function useFit(scroller: React.RefObject<HTMLElement | null>, points: number): number {
  const [fit, setFit] = useState(0.78);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = () => setFit(Math.min(WIDEST, Math.max(0.25, (element.clientWidth - GUTTER) / (points * POINT))));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [scroller, points]);
  return fit;
}

/** Drawn again only with another report: while somebody types there may be hundreds of pages beside. */
export const Sidor = memo(function Sidor({ bild, ref, onScroll, onZoom }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<number | null>(null);
  const [asText, setAsText] = useState(false);
  useCommands([ofScreen('rapport-text', { checked: asText, run: () => setAsText(!asText) })]);
  const widest = Math.max(...bild.sidor.map((s) => (s.bredd < s.hojd ? s.bredd : 0)), 595);
  const fit = useFit(scroller, widest);
  const scale = zoom ?? fit;
  const percent = `${Math.round(scale * 100)}\u00a0%`;
  useEffect(() => onZoom(asText ? '' : `${zoom === null ? 'sidbredd' : 'zoom'} ${percent}`), [asText, zoom, percent, onZoom]);
  const at = useCallback(() => {
    const element = scroller.current;
    if (!element || asText) return;
    const pages = [...element.querySelectorAll<HTMLElement>('.rapport-sida')];
    const line = element.scrollTop + element.clientHeight * 0.3;
    const number = pages.findLastIndex((page) => page.offsetTop <= line);
    const page = pages[Math.max(0, number)];
    if (page) onScroll({ sida: Math.max(0, number) + 1, andel: (line - page.offsetTop) / page.offsetHeight });
  }, [asText, onScroll]);
  useEffect(at, [at, bild.sidor, scale]);
  useImperativeHandle(ref, () => ({
    show: (plats, rubrik) => {
      const element = scroller.current;
      if (!element) return;
      if (asText) {
        const heading = [...element.querySelectorAll<HTMLElement>('h3')].find((h) => h.textContent === rubrik);
        heading?.scrollIntoView({ block: 'start' });
        return;
      }
      const page = element.querySelectorAll<HTMLElement>('.rapport-sida')[plats.sida - 1];
      if (page) element.scrollTo({ top: page.offsetTop + plats.andel * page.offsetHeight - 24 });
    },
  }), [asText]);
  const step = (way: 1 | -1) => {
    const next = way > 0 ? STEPS.find((s) => s > scale + 0.01) : STEPS.findLast((s) => s < scale - 0.01);
    if (next) setZoom(next);
  };
  return (
    <div className="rapport-mitt">
      <div className="rapport-verktyg" role="toolbar" aria-label="Visning">
        {!asText && (
          <>
            <IconButton label="Mindre" isDisabled={scale <= STEPS[0] + 0.01} onPress={() => step(-1)}>
              <Minus size={15} />
            </IconButton>
            <span className="rapport-procent">{percent}</span>
            <IconButton label="Större" isDisabled={scale >= STEPS[STEPS.length - 1]! - 0.01} onPress={() => step(1)}>
              <Plus size={15} />
            </IconButton>
            <IconButton label="Anpassa till sidbredden" isDisabled={zoom === null} onPress={() => setZoom(null)}>
              <Maximize2 size={14} />
            </IconButton>
          </>
        )}
        <span className="grow" />
        <ToggleButton isSelected={asText} onChange={setAsText} className="button quiet toggle">
          <AlignLeft size={15} aria-hidden />
          Visa som text
        </ToggleButton>
      </div>
      {/* A region that scrolls must be reachable by key. */}
      <div className="rapport-ark" ref={scroller} onScroll={at} tabIndex={0} data-work role="region" aria-label={asText ? 'Rapporten som text' : 'Rapportens sidor, som bilder. Med Visa som text kan de läsas upp.'}>
        {asText ? (
          <Rapporttext uppstallning={bild.uppstallning} />
        ) : (
          bild.sidor.map((sida, index) => <Sida key={index} sida={sida} nummer={index + 1} uppstallning={bild.uppstallning} width={Math.round(sida.bredd * POINT * scale)} scroller={scroller} />)
        )}
      </div>
    </div>
  );
});
