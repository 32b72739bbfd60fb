/** The month beside a date's field. In a part of the program of its own: `editors.tsx` fetches it. */
import { parseDate, type CalendarDate } from '@internationalized/date';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import {
  Button as AriaButton,
  Calendar as AriaCalendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components';

function dateOrNull(value: string): CalendarDate | null {
  try {
    return value ? parseDate(value) : null;
  } catch {
    return null;
  }
}

/** `value` is what stands in the field, which need not be a date yet; the day that is picked comes as ISO. */
export default function Calendar({ value, onPick }: { value: string; onPick: (date: string) => void }) {
  return (
    <AriaCalendar aria-label="Kalender" value={dateOrNull(value)} onChange={(date) => onPick(date.toString())} firstDayOfWeek="mon">
      <header>
        <AriaButton slot="previous" className="icon-button" aria-label="Föregående månad">
          <ChevronLeft size={16} />
        </AriaButton>
        <Heading className="calendar-heading" />
        <AriaButton slot="next" className="icon-button" aria-label="Nästa månad">
          <ChevronRight size={16} />
        </AriaButton>
      </header>
      <CalendarGrid weekdayStyle="short">
        <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className="day" />}</CalendarGridBody>
      </CalendarGrid>
    </AriaCalendar>
  );
}
