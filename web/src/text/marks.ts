import { WidgetType } from '@codemirror/view';

/** Something that stands in the text in place of what is written there. */
class Mark extends WidgetType {
  readonly text: string;
  readonly look: string;
  readonly title: string;

  constructor(text: string, look: string, title: string) {
    super();
    this.text = text;
    this.look = look;
    this.title = title;
  }

  override eq(other: Mark): boolean {
    return other.text === this.text && other.look === this.look;
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = this.look;
    mark.textContent = this.text;
    if (this.title) mark.title = this.title;
    return mark;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

/** A sign that cannot be seen, by its number. */
export function signMark(text: string): WidgetType {
  return new Mark(text, 'sign', '');
}

/** What stands for a secret; a click shows it. */
export function secretMark(text: string, title: string): WidgetType {
  return new Mark(text, 'secret', title);
}
