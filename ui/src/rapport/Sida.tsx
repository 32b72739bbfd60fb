/** One page as a picture: the very page that the PDF has. Fetched when it comes near, and again only when it looks another way. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { call } from '../api/call';
import type { Sidbild } from '../api/generated';

/** Pages out of sight are let go after this time; the pictures are large. */
const FORGET_MS = 20_000;

interface Props {
  sida: Sidbild;
  nummer: number;
  uppstallning: number;
  /** Width on screen, in CSS pixels. */
  width: number;
  scroller: RefObject<HTMLElement | null>;
}

function useNear(box: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!box.current) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry && setNear(entry.isIntersecting), { root: scroller.current, rootMargin: '600px 0px' });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box, scroller]);
  return near;
}

/** A blob's address as long as it is shown. */
function usePicture(svg: string | null | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!svg) return undefined;
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setAddress(made);
    // The old picture stays until the new one has been set, so that the page never blinks.
    return () => setTimeout(() => URL.revokeObjectURL(made), 1_000) as unknown as void;
  }, [svg]);
  return svg ? address : undefined;
}

export function Sida({ sida, nummer, uppstallning, width, scroller }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const near = useNear(box, scroller);
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['read_rapportsida', sida.avtryck],
    queryFn: () => call('read_rapportsida', { uppstallning, sida: nummer }),
    enabled: near,
    gcTime: FORGET_MS,
    placeholderData: keepPreviousData,
  });
  const lost = data !== undefined && data.svg === null;
  useEffect(() => {
    if (!lost) return;
    client.removeQueries({ queryKey: ['read_rapportsida', sida.avtryck] });
    void client.invalidateQueries({ queryKey: ['read_rapportbild'] });
  }, [lost, client, sida.avtryck]);
  const picture = usePicture(data?.svg);
  const height = (width * sida.hojd) / sida.bredd;
  return (
    <div ref={box} className="rapport-sida" style={{ width, height }}>
      {near && picture ? <img src={picture} alt={sida.ord} width={width} height={height} draggable={false} /> : <span className="hidden">{sida.ord}</span>}
    </div>
  );
}
