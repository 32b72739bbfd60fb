/** A line of the last values, drawn in Rust; the value and the verdict stand beside it in words. */
export function Sparkline({ svg }: { svg: string }) {
  // Our own drawing, made by plan-export out of numbers alone.
  return <span className="spark" aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />;
}
