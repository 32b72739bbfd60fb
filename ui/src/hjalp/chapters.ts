/** The manual, as data. One page or less per chapter; written for the one who has never seen the program. */
import { keycaps } from '../app/keys';
import type { ScreenName } from '../app/place';

/** Running text: **bold** and [[Ctrl+K]] for keys; nothing else. */
export type Line = string;

export type Block = { text: Line } | { heading: string } | { list: readonly Line[] } | { steps: readonly Line[] } | { terms: readonly (readonly [term: string, meaning: Line])[] } | { special: 'version' | 'keys' | 'licences' };

export interface Chapter {
  id: string;
  title: string;
  /** The screens that open the manual here. */
  screens?: readonly ScreenName[];
  blocks: readonly Block[];
}

export const CHAPTERS: readonly Chapter[] = [
  {
    id: 'borja',
    title: 'Komma igång',
    blocks: [
      { text: 'Röda tråden håller ihop förvaltningens verksamhetsplan och uppföljning: från nämndens mål till det som görs på enheterna, och tillbaka till nämnden i rapporter.' },
      { text: 'Allt ligger i en enda fil på datorn. Programmet använder inget nät.' },
      {
        steps: [
          'Välj **Ny plan** på startsidan. Ange styrmodell, kommun, nämnd, förvaltning och år.',
          'Läs in det ni redan har, till exempel nämndens uppdrag i Excel, eller skriv direkt i **Plan**.',
          'Lägg aktiviteter under varje uppdrag och ange ansvarig och slutdatum.',
          'Rapportera varje månad i **Uppföljning** och lägg prognosen i **Ekonomi**.',
          'Gör månadsrapporten i **Rapporter**, lås den för utskick och fastställ den när nämnden har beslutat.',
        ],
      },
      { text: 'En plan som redan finns öppnar du med **Öppna fil**, i listan **Senaste planer** eller genom att släppa filen i fönstret.' },
      { text: 'Vill du se ett färdigt år först? Välj **Öppna exemplet** på startsidan. Du kan ändra i exemplet utan att något går förlorat.' },
      { text: 'Vid din första ändring frågar programmet vilken befattning du har. Den står sedan i historiken. Personnamn behövs inte.' },
      { text: 'Du behöver aldrig spara. Varje ändring är sparad när den är gjord, och de flesta kan ångras med [[Ctrl+Z]].' },
    ],
  },
  {
    id: 'plan',
    title: 'Planen och röda tråden',
    screens: ['plan'],
    blocks: [
      { text: 'Planen är ett träd. Överst står visionen eller de övergripande målen, därunder nämndens mål, uppdrag och aktiviteter. Styrmodellen bestämmer vad nivåerna heter. Den ändras i **Inställningar**, fliken **Styrmodell**.' },
      { text: 'En plan rymmer flera verksamhetsår. Välj år överst. Ett nytt år läggs upp i **Inställningar**, fliken **Verksamhetsår**.' },
      { text: 'Den **röda linjen** visar vägen från det översta målet till den rad du står på. Ovanför tabellen står samma väg i ord.' },
      { heading: 'Skriva i planen' },
      {
        list: [
          '[[Enter]], [[F2]] eller ett dubbelklick öppnar en cell. [[Escape]] ger tillbaka det som stod där.',
          '[[Insert]] lägger till en rad. [[Enter]] sparar den och öppnar nästa.',
          '[[Alt+ArrowUp]] och [[Alt+ArrowDown]] flyttar raden. Du kan också dra den.',
          '[[Delete]] tar bort raden. Den kommer tillbaka med [[Ctrl+Z]].',
          'Kopierade rader från Word eller Excel klistras in som flera rader på en gång.',
        ],
      },
      { heading: 'När tråden brister' },
      { text: 'Ett mål utan uppdrag, ett uppdrag utan mål, aktivitet eller mätetal och en aktivitet utan uppdrag märks ut med en bruten tråd. Knapparna ovanför tabellen visar hur många de är och visar bara dem.' },
      { text: 'Sidopanelen visar allt om den valda raden: vad som ska uppnås, varför, vem som ansvarar och vilka mätetal som hör till. Stäng och öppna den med [[F4]].' },
    ],
  },
  {
    id: 'inlasning',
    title: 'Läs in',
    screens: ['inlasning'],
    blocks: [
      { text: 'Det ni redan har i Excel, i en textfil eller i en tabell i Word kan läsas in. Släpp filen i fönstret, välj den, eller kopiera tabellen och tryck [[Ctrl+V]].' },
      {
        steps: [
          'Programmet föreslår vilken kolumn som är vad. Ändra förslaget i kolumnens huvud om det är fel.',
          'Varje rad får ett utfall: **ny**, **ändrad**, **oförändrad**, **överhoppad** eller **vägrad**. En vägrad rad säger varför och kan ofta rättas på plats.',
          'Tryck **Läs in**. Inget skrivs i planen före det.',
        ],
      },
      { text: 'Samma fil kan läsas in flera gånger. Rader som redan finns känns igen på nummer eller titel och blir inte dubbla.' },
      { text: 'En hel inläsning ångras med ett enda [[Ctrl+Z]].' },
      { text: 'Belopp utan enhet läses som tkr, och programmet säger till om det. Tomma celler ändrar ingenting.' },
    ],
  },
  {
    id: 'uppfoljning',
    title: 'Uppföljning',
    screens: ['uppfoljning'],
    blocks: [
      { text: 'Här rapporteras läget för en period. Välj perioden överst. Det som gällde förra gången står kvar tills någon rapporterar något nytt.' },
      { heading: 'Status' },
      {
        terms: [
          ['Ej påbörjad', 'Arbetet har inte börjat.'],
          ['Pågår enligt plan', 'Arbetet väntas bli klart i tid.'],
          ['Pågår med avvikelse', 'Arbetet pågår men tid, innehåll eller kostnad avviker.'],
          ['Försenad', 'Slutdatum hålls inte.'],
          ['Genomförd', 'Arbetet är klart.'],
          ['Avbruten', 'Arbetet slutförs inte. Skälet måste anges.'],
        ],
      },
      { text: 'Siffrorna [[1]] till [[6]] sätter status på raden. [[Enter]] öppnar cellen. [[Ctrl+Enter]] går till nästa rad som saknar uppdatering.' },
      { text: 'Knapparna överst räknar varje status och visar ändringen sedan förra rapporten. De visar också bara de rader du väljer.' },
      { text: 'Ett slutdatum som har passerats sägs alltid i ord, även om ingen har ändrat status.' },
      { text: 'Ett uppdrag som är fördelat på flera enheter visar det sämsta läget bland dem.' },
    ],
  },
  {
    id: 'matetal',
    title: 'Mätetal',
    blocks: [
      { text: '**Nyckeltal** beslutas centralt och kan jämföras med andra. **Indikatorer** är nämndens eller förvaltningens egna och mäter effekten av ett uppdrag.' },
      { text: 'Välj ett uppdrag i **Uppföljning** så visas dess mätetal i sidopanelen, med diagram, målvärde och ändring. **Visa som tabell** ger samma värden i text.' },
      {
        list: [
          'Skriv värdet i fältet. ”82 %”, ”1 234,5” och ”−3” förstås.',
          'Saknas värdet: skriv varför, till exempel ”ej mätt” eller ”bortfall”. Ett saknat värde är aldrig noll.',
          'Rättas ett värde finns det gamla kvar i historiken.',
          'Skriv analysen samma månad: vad beror utfallet på, och vad görs?',
        ],
      },
      { heading: 'Hur ett mål bedöms' },
      { text: 'Enligt ledningssystemets regel är ett mål **uppfyllt** när mer än hälften av dess nyckeltal når sin målnivå, **delvis uppfyllt** när något gör det och **inte uppfyllt** när inget gör det. Kan ett nyckeltal som inte är mätt ändra bedömningen kallas den preliminär. Regeln väljs för varje nivå i **Inställningar**, fliken **Styrmodell**. Gränserna ändras i **Planen och dess gränser**.' },
    ],
  },
  {
    id: 'ekonomi',
    title: 'Ekonomi',
    screens: ['ekonomi'],
    blocks: [
      { text: 'Här står nämndens drifttabell och verksamheter för en period: budget, utfall, prognos och avvikelse. Summorna räknas ut så snart ett belopp är skrivet.' },
      { heading: 'Skriva belopp' },
      {
        list: [
          'Belopp skrivs i tkr: ”−83 820”, ”1 234,5”. Skriv enheten om det är en annan, till exempel ”1,2\u00a0mnkr”.',
          '[[Enter]] sparar och går nedåt, [[Tab]] går åt höger, [[Escape]] ångrar skrivandet.',
          'En kolumn som är kopierad i Excel klistras in från den cell du står i. Det blir en enda ändring.',
          '[[Delete]] tar bort beloppet. Skriv ”tom” för en cell som ska vara tom i rapporten.',
        ],
      },
      { text: 'Kostnader skrivs med minus. Avvikelse är prognos minus budget, och plus är bättre än budget.' },
      { text: 'Prognos och utfall hör till den månad du står i. Budgeten gäller hela året. Ändras den efter att en rapport har låsts gäller den nya från den månad du står i.' },
      { heading: 'Kommentarer' },
      { text: 'En rad behöver en kommentar när avvikelsen är större än 1 % av budgeten och texten saknas eller är äldre än ändringen. [[Ctrl+Enter]] går till nästa. Kommentaren kommer med i månadsrapporten. Gränsen ändras i **Inställningar**.' },
      { text: 'Sidopanelen ger stöd för prognosen: hur det blir om resten av året är som hittills, och vad förra prognosen var. **Använd** skriver in talet.' },
    ],
  },
  {
    id: 'rapport',
    title: 'Rapporter',
    screens: ['rapport'],
    blocks: [
      { text: 'Månadsrapporten och verksamhetsplanen görs ur planen. Det du ser är de sidor som skrivs ut. Talen räknas fram och texterna skriver ni.' },
      {
        terms: [
          ['Utkast', 'Ändras med planen. Inget är sparat av själva rapporten.'],
          ['Förslag', '**Lås för utskick** sparar rapporten som den är den dagen. Den går till nämnden och ändras inte av det som sedan händer i planen.'],
          ['Fastställd', '**Fastställ** efter nämndens beslut, med datum, paragraf och diarienummer. Rapporten kan alltid visas igen, tecken för tecken.'],
        ],
      },
      { text: 'Välj vilka avsnitt som är med och i vilken ordning. En färdig text kan fetmarkeras och delas i punkter.' },
      { text: 'Listan **Innan utskick** säger vad som saknas eller inte stämmer. Den hindrar inte utskicket.' },
      { text: 'Rapporten sparas som PDF, som kan läsas av hjälpmedel, och som Excel med samma tal. [[Ctrl+P]] öppnar den som PDF att skriva ut.' },
      { text: 'Blev något fel efter beslutet: **Upphäv**, rätta och fastställ en ny version. Den nya säger vilken den ersätter.' },
    ],
  },
  {
    id: 'historik',
    title: 'Ångra och historik',
    screens: ['historik'],
    blocks: [
      { text: 'Varje ändring skrivs upp med befattning, tid och vad som stod före och efter. Inget försvinner ur historiken, inte heller det som är ångrat.' },
      {
        list: [
          '[[Ctrl+Z]] ångrar det senaste och [[Ctrl+Y]] gör om det. Det går även efter att programmet har startats om.',
          'Står markören i ett textfält ångras skrivandet där.',
          'En låsning, ett beslut och ett nytt verksamhetsår kan inte ångras så. En rapport kan i stället **låsas upp** eller **upphävas**, med ett skäl.',
        ],
      },
      { text: 'I **Historik** söker du på ord, befattning och slag av ändring. Samma historik för en enda sak finns längst ned i sakens sidopanel. Där kan ett tidigare värde återställas. Det blir en vanlig ändring.' },
      { text: 'Ändringarna är kedjade till varandra. **Kontrollera filen** i Inställningar säger till om något har ändrats utanför programmet.' },
    ],
  },
  {
    id: 'installning',
    title: 'Inställningar',
    screens: ['installning'],
    blocks: [
      { text: 'Under **Utseende och vem jag är** väljer du ljust eller mörkt, typsnitt, zoom och din befattning. Det gäller dig på den här datorn. Allt annat hör till planen och följer filen.' },
      {
        terms: [
          ['Organisation', 'Nämnden, förvaltningen och enheterna, i den ordning de hör samman.'],
          ['Befattningar', 'De som ansvarar och skriver. Ange aldrig personnummer.'],
          ['Styrmodell', 'Vad nivåerna heter, hur de hänger ihop och hur ett mål bedöms.'],
          ['Verksamhetsår', 'Lägg upp nästa år, eller stäng ett som är slut.'],
          ['Uppföljningar', 'Vilka perioder som följs upp och när enheterna och nämnden behöver dem.'],
          ['Statusord', 'Era egna ord för statusarna. Symbolerna och ordningen ändras inte.'],
          ['Planen och dess gränser', 'Vad planen kallas i rapporterna, och gränserna för bedömningar och påminnelser.'],
          ['Filen och säkerhetskopior', 'Var planen ligger, kopior av den, och kontrollen av hela filen.'],
        ],
      },
      { text: '[[F2]] ändrar en cell, [[Insert]] lägger till en rad och [[Delete]] tar bort den. Ändringar i planens inställningar syns i **Historik** och kan ångras, utom ett nytt verksamhetsår.' },
    ],
  },
  {
    id: 'filer',
    title: 'Säkerhetskopior och filer',
    blocks: [
      { text: 'Planen är en fil som slutar på **.vplan**. När den är stängd kan den flyttas, kopieras och skickas som andra filer. En person i taget kan skriva i den. Den som öppnar filen under tiden får veta vem som har den öppen och kan öppna en kopia.' },
      { text: 'Låt planen ligga på datorn, inte på en nätverksplats eller i en mapp som synkas: där kan den skadas. Lägg en kopia där med **Spara en kopia**.' },
      { text: 'Programmet tar säkerhetskopior på egen hand och kontrollerar att de går att läsa. **Återställ** visar vad varje kopia innehåller innan den används, och den nuvarande filen behålls.' },
      {
        terms: [
          ['Spara en kopia', 'Gör en kopia dit du vill, till exempel innan en större ändring.'],
          ['Kontrollera filen', 'Går igenom hela filen och historiken och säger om allt stämmer.'],
          ['Filen försvann', 'Om ett USB-minne har tagits ut säger programmet till. Sätt i det igen, eller spara en kopia på en annan plats.'],
        ],
      },
      { text: 'Personnummer ska inte stå i planen. Titlar och namn som ser ut att innehålla ett vägras. Andra texter hindras inte. Listan **Innan utskick** säger till om rapportens texter, uppdrag, aktiviteter och statuskommentarer.' },
    ],
  },
  {
    id: 'tangenter',
    title: 'Tangenter',
    blocks: [
      { text: 'Allt kan göras utan mus. [[Ctrl+K]] söker bland det som finns i planen, uppföljningar, rapporter och kommandon. [[F6]] går mellan huvudmeny, innehåll och sidopanel.' },
      {
        terms: [
          ['[[ArrowUp]] [[ArrowDown]] [[ArrowLeft]] [[ArrowRight]]', 'Flytta i en tabell'],
          ['[[Home]] [[End]]', 'Första och sista cellen i raden'],
          ['[[Enter]]', 'Öppna cellen, spara'],
          ['[[Escape]]', 'Stäng utan att ändra'],
        ],
      },
      { special: 'keys' },
    ],
  },
  {
    id: 'tillganglighet',
    title: 'Tillgänglighet',
    blocks: [
      { text: 'Programmet ska kunna användas av alla och följer WCAG 2.2 nivå AA.' },
      {
        list: [
          '**Utan mus.** Alla uppgifter går att göra med tangentbordet, och fokus syns alltid.',
          '**Med skärmläsare.** Tabellerna är träd och rutnät med nivå, rad och kolumn. Det som sparas och det som vägras läses upp.',
          '**Utan färgseende.** En status är alltid en form och ett ord. Rund form är status, fyrkantig är måluppfyllelse, streckad betyder att något saknas.',
          '**Större text.** [[Ctrl+Plus]] och [[Ctrl+Minus]] ändrar storleken. Typsnittet Atkinson Hyperlegible väljs i **Inställningar**.',
          '**Ljust och mörkt.** Följer datorn, eller väljs i **Inställningar**.',
          '**Mindre rörelse.** Följer datorns inställning.',
        ],
      },
      { text: 'Rapporternas PDF-filer är märkta för hjälpmedel, och varje diagram har sitt innehåll i text. **Visa som text** visar en rapport utan sidor.' },
      { text: 'Är något svårt att använda? Berätta det för den som förvaltar programmet hos er.' },
    ],
  },
  {
    id: 'om',
    title: 'Om programmet',
    blocks: [
      { text: '**Röda tråden** är öppen programvara under licensen EUPL-1.2.' },
      { special: 'version' },
      { text: 'Programmet arbetar bara med filer på den här datorn och de mappar den når. Det ansluter inte till internet och skickar inga uppgifter.' },
      { special: 'licences' },
    ],
  },
];

/** The plain words of a line: what is searched and read. */
export const plain = (line: Line): string => line.replace(/\*\*/g, '').replace(/\[\[([^\]]+)\]\]/g, (_, keys: string) => keycaps(keys).join(' + '));

/** Every line of a chapter. */
export function linesOf(chapter: Chapter): Line[] {
  return chapter.blocks.flatMap((block) => {
    if ('text' in block) return [block.text];
    if ('heading' in block) return [block.heading];
    if ('list' in block) return [...block.list];
    if ('steps' in block) return [...block.steps];
    return 'terms' in block ? block.terms.map(([term, meaning]) => `${term}: ${meaning}`) : [];
  });
}

/** A chapter that holds every word, with the first line that holds one of them. */
export interface Found {
  chapter: Chapter;
  line: string;
}

/** The chapters that hold all the words, those with one in the title first. */
export function searchChapters(text: string): Found[] {
  const words = text.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
  const found = CHAPTERS.flatMap((chapter) => {
    const lines = linesOf(chapter).map(plain);
    const all = [chapter.title, ...lines].join(' ').toLocaleLowerCase('sv');
    if (!words.every((word) => all.includes(word))) return [];
    const best = [...lines].sort((a, b) => hits(b, words) - hits(a, words))[0] ?? '';
    return [{ chapter, line: best }];
  });
  return found.toSorted((a, b) => hits(b.chapter.title, words) - hits(a.chapter.title, words));
}

const hits = (line: string, words: readonly string[]) => words.filter((word) => line.toLocaleLowerCase('sv').includes(word)).length;
