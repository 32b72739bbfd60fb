/**
 * Symbols that can be told apart without colour: round = status, square = bedömning, dashed = missing (ui.md, screens.md).
 * The words beside them come from Rust, for a file may rename them.
 */
import type { ReactNode } from 'react';
import type { Maluppfyllelse, Status } from '../api/generated';

const STATUS: Record<Status, ReactNode> = {
  ej_paborjad: <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="10%" />,
  pagar_enligt_plan: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="10%" />
      <path d="M8 3.6a4.4 4.4 0 0 1 0 8.8z" fill="currentColor" />
    </>
  ),
  pagar_med_avvikelse: (
    <>
      <path d="M8 1.4 15.2 14H.8z" fill="currentColor" stroke="currentColor" strokeWidth="6.25%" strokeLinejoin="round" />
      <path d="M8 5.8v3.7M8 11.9v.1" stroke="var(--symbol-inside)" strokeWidth="10.625%" strokeLinecap="round" />
    </>
  ),
  forsenad: (
    <>
      <path d="M8 .6 15.4 8 8 15.4.6 8z" fill="currentColor" stroke="currentColor" strokeWidth="5%" strokeLinejoin="round" />
      <path d="M8 4.4v4M8 11.3v.1" stroke="var(--symbol-inside)" strokeWidth="10.625%" strokeLinecap="round" />
    </>
  ),
  genomford: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m4.9 8.3 2.1 2.1 4.1-4.5" fill="none" stroke="var(--symbol-inside)" strokeWidth="10.625%" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  avbruten: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="8.75%" strokeDasharray="12.5% 12.5%" />
      <path d="M5 8h6" stroke="currentColor" strokeWidth="10%" />
    </>
  ),
};

/** In the order of the digits 1–6 (domain.md, Status). */
export const STATUSES = Object.keys(STATUS) as Status[];

const BEDOMNING: Record<Maluppfyllelse, ReactNode> = {
  uppfyllt: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="1.5" fill="currentColor" />
      <path d="m4.7 8.3 2.2 2.2 4.4-4.9" fill="none" stroke="var(--symbol-inside)" strokeWidth="10.625%" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  delvis_uppfyllt: (
    <>
      <rect x="2.2" y="2.2" width="11.6" height="11.6" rx="1.5" fill="none" stroke="currentColor" strokeWidth="9.375%" />
      <path d="M2.6 13.4 13.4 2.6v10.8z" fill="currentColor" />
    </>
  ),
  inte_uppfyllt: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="1.5" fill="currentColor" />
      <path d="m5.2 5.2 5.6 5.6m0-5.6-5.6 5.6" stroke="var(--symbol-inside)" strokeWidth="10.625%" strokeLinecap="round" />
    </>
  ),
  kan_inte_bedomas: <rect x="2.2" y="2.2" width="11.6" height="11.6" rx="1.5" fill="none" stroke="currentColor" strokeWidth="8.75%" strokeDasharray="15% 12.5%" />,
};

function Svg({ size, children, ...data }: { size: number; children: ReactNode; 'data-status'?: string; 'data-bedomning'?: string }) {
  return (
    <svg className="symbol" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" {...data}>
      {children}
    </svg>
  );
}

/** The shape alone; a word always stands beside it. */
export function StatusSymbol({ status, size = 14 }: { status: Status; size?: number }) {
  return (
    <Svg size={size} data-status={status}>
      {STATUS[status]}
    </Svg>
  );
}

/** Shape and word. */
export function StatusMark({ status, ord }: { status: Status; ord: string }) {
  return (
    <span className="mark" data-status={status}>
      <StatusSymbol status={status} />
      <span>{ord}</span>
    </span>
  );
}

export function BedomningSymbol({ bedomning, size = 14 }: { bedomning: Maluppfyllelse; size?: number }) {
  return (
    <Svg size={size} data-bedomning={bedomning}>
      {BEDOMNING[bedomning]}
    </Svg>
  );
}

export function BedomningMark({ bedomning, ord }: { bedomning: Maluppfyllelse; ord: string }) {
  return (
    <span className="mark" data-bedomning={bedomning}>
      <BedomningSymbol bedomning={bedomning} />
      <span>{ord}</span>
    </span>
  );
}

/** Where the red thread breaks: a link that does not hold. */
export function BrokenThread({ size = 14 }: { size?: number }) {
  return (
    <svg className="symbol" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="8.75%" strokeLinecap="round">
      <path d="M6.6 4.6 8 3.2a2.8 2.8 0 0 1 4 0l.8.8a2.8 2.8 0 0 1 0 4l-1.4 1.4M9.4 11.4 8 12.8a2.8 2.8 0 0 1-4 0l-.8-.8a2.8 2.8 0 0 1 0-4l1.4-1.4M2 2l1.6 1.6M14 14l-1.6-1.6" />
    </svg>
  );
}
