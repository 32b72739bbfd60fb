import { describe, expect, test } from 'vitest';
import { isTyping, keycaps, pressed } from './keys';

const press = (key: string, held: Partial<KeyboardEventInit> = {}) => pressed(new KeyboardEvent('keydown', { key, ...held }));

describe('keys', () => {
  test('an event becomes the shortcut as it is written in a command', () => {
    expect(press('z', { ctrlKey: true })).toBe('Ctrl+Z');
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+Z');
    expect(press('ArrowUp', { altKey: true })).toBe('Alt+ArrowUp');
    expect(press('+', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Plus');
    expect(press('F1')).toBe('F1');
  });
  test('the keys of zoom, on other keyboards and beside the digits', () => {
    expect(press('=', { ctrlKey: true, code: 'Equal' }), 'US').toBe('Ctrl+Plus');
    expect(press('=', { ctrlKey: true, shiftKey: true, code: 'Digit0' }), 'Swedish: it is Skift+0').toBe('Ctrl+Shift+=');
    expect(press('+', { ctrlKey: true, code: 'NumpadAdd' })).toBe('Ctrl+Plus');
    expect(press('-', { ctrlKey: true, code: 'NumpadSubtract' })).toBe('Ctrl+Minus');
    expect(press('-', { ctrlKey: true, code: 'Minus' })).toBe('Ctrl+Minus');
    expect(press('0', { ctrlKey: true, code: 'Numpad0' })).toBe('Ctrl+0');
    expect(press('=')).toBe('=');
  });
  test('the caps are Swedish', () => {
    expect(keycaps('Ctrl+Enter')).toEqual(['Ctrl', 'Retur']);
    expect(keycaps('Alt+ArrowDown')).toEqual(['Alt', '↓']);
  });
  test('typing goes into fields and not into checkboxes', () => {
    const input = document.createElement('input');
    expect(isTyping(input)).toBe(true);
    input.type = 'checkbox';
    expect(isTyping(input)).toBe(false);
    expect(isTyping(document.createElement('div'))).toBe(false);
  });
});
