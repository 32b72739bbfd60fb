/** The licences of what the program is built of, as they were listed when it was built. */
export function Licences() {
  return (
    <p>
      Programmet bygger på öppen programvara från andra, bland annat SQLite, Tauri och React. Typsnitten är Source Sans 3 och Atkinson Hyperlegible Next (SIL Open Font License 1.1).
    </p>
  );
}
