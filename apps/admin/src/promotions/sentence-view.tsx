import { Button, CloseButton, Drawer, Popover, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useMemo } from 'react';
import { frameTexts } from '../messages/frame.ts';
import { builderTexts } from '../messages/promotion-builder.ts';
import classes from './builder.module.css';
import type { Definition } from './definition.ts';
import type { Place } from './field-phrase.ts';
import { PhraseEditor } from './phrase-editor.tsx';
import { type Phrase, type PhraseKey, phrasesOf, sentenceOf } from './sentence.ts';
import type { Words } from './words.ts';

export type Marks = Readonly<Partial<Record<Place, string>>>;
interface SentenceViewProps {
  readonly definition: Definition;
  readonly onChange: (definition: Definition) => void;
  readonly words: Words;
  /** What is wrong, at its phrase. */
  readonly marks: Marks;
  readonly opened: PhraseKey | null;
  readonly onOpen: (phrase: PhraseKey | null) => void;
  readonly isReadOnly: boolean;
}

const addable: readonly PhraseKey[] = ['units', 'trigger', 'condition', 'limits'];

/** The rule as a sentence; each phrase opens its editor, and what is not said yet can be added below. */
export function SentenceView(props: SentenceViewProps) {
  const { definition, words, marks, opened, isReadOnly } = props;
  const t = useTexts(builderTexts);
  const segments = useMemo(() => sentenceOf(definition, words), [definition, words]);
  const said = new Set(segments.map((segment) => (typeof segment === 'string' ? '' : segment.key)));
  const phrases = phrasesOf(definition, words);
  const unsaid = isReadOnly ? [] : addable.filter((key) => !said.has(key) && phrases[key]);
  return (
    <>
      <p className={classes.sentence}>
        {segments.map((segment, index) =>
          typeof segment === 'string' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: words between phrases have no identity but their place.
            <span key={`${index} ${segment}`}>{segment}</span>
          ) : (
            <PhraseButton key={segment.key} {...props} phrase={segment} isOpen={opened === segment.key} />
          ),
        )}
      </p>
      {unsaid.length > 0 ? (
        <div className={classes.add}>
          {unsaid.map((key) => (
            <PhraseButton
              key={key}
              {...props}
              isAdding
              isOpen={opened === key}
              phrase={{ key, text: t('place', key), explain: phrases[key]?.explain ?? '' }}
            />
          ))}
        </div>
      ) : null}
      <ul className={classes.marks} aria-live="polite">
        {Object.entries(marks).map(([place, mark]) => (
          <li key={place}>
            <IconAlertTriangle size={15} aria-hidden />
            <span>
              <strong>{t('place', place)}</strong> {mark}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface PhraseButtonProps extends SentenceViewProps {
  readonly phrase: Phrase;
  readonly isOpen: boolean;
  readonly isAdding?: boolean;
}

function PhraseButton({ phrase, isOpen, isAdding = false, onOpen, marks, isReadOnly, ...rest }: PhraseButtonProps) {
  const t = useTexts(builderTexts);
  const f = useTexts(frameTexts);
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const title = t('place', phrase.key);
  const toggle = () => onOpen(isOpen ? null : phrase.key);
  const button = (
    <button
      type="button"
      className={isAdding ? classes.addOne : classes.phrase}
      data-mark={marks[phrase.key] ? true : undefined}
      data-open={isOpen || undefined}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      disabled={isReadOnly}
      onClick={toggle}
    >
      {isAdding ? <IconPlus size={13} aria-hidden /> : null}
      {phrase.text}
    </button>
  );
  const tipped = (
    <Tooltip
      label={phrase.explain}
      multiline
      w={320}
      disabled={isOpen}
      events={{ hover: true, focus: true, touch: false }}
    >
      {button}
    </Tooltip>
  );
  const content = (
    <div className={classes.editor}>
      {isPhone ? null : (
        <header className={classes.editorHead}>
          <h3>{title}</h3>
          <CloseButton aria-label={f('close')} onClick={() => onOpen(null)} />
        </header>
      )}
      {marks[phrase.key] ? <p className={classes.mark}>{marks[phrase.key]}</p> : null}
      <PhraseEditor phrase={phrase.key} {...rest} />
      <p className={classes.note}>{phrase.explain}</p>
      {isPhone ? <Button onClick={() => onOpen(null)}>{t('done')}</Button> : null}
    </div>
  );
  if (isPhone)
    return (
      <>
        {button}
        <Drawer
          opened={isOpen}
          onClose={() => onOpen(null)}
          position="bottom"
          classNames={{ content: classes.sheet ?? '' }}
          title={title}
          closeButtonProps={{ 'aria-label': f('close') }}
        >
          {content}
        </Drawer>
      </>
    );
  return (
    <Popover
      opened={isOpen}
      onChange={(next) => next || onOpen(null)}
      width={420}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      middlewares={{ shift: true, flip: true, size: true }}
    >
      <Popover.Target>{tipped}</Popover.Target>
      <Popover.Dropdown p={0} className={classes.dropdown ?? ''} aria-label={title}>
        {content}
      </Popover.Dropdown>
    </Popover>
  );
}
