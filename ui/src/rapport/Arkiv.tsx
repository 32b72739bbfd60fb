/** Every report that was locked, decided or revoked, with its files; newest first. */
import type { Arkivpost } from '../api/generated';
import { useRead } from '../api/use';
import { Button } from '../shared/Button';
import { Dialog } from '../shared/Dialog';
import { Empty, ErrorNotice } from '../shared/Notice';

interface Props {
  isOpen: boolean;
  onClose: () => void;
  onShow: (post: Arkivpost) => void;
  onExtract: (id: string) => void;
}

export function Arkiv({ isOpen, onClose, onShow, onExtract }: Props) {
  const { data, error } = useRead('list_arkiv', isOpen ? {} : null);
  const posts = data?.rapporter.toReversed() ?? [];
  return (
    <Dialog title="Arkiv" isOpen={isOpen} onClose={onClose} wide actions={<Button onPress={onClose}>Stäng</Button>}>
      {error && <ErrorNotice error={error} />}
      {data && posts.length === 0 && (
        <Empty title="Arkivet är tomt">
          <p>Här finns rapporter som har låsts för utskick eller fastställts, med sina filer.</p>
        </Empty>
      )}
      <ul className="rapport-arkiv">
        {posts.map((post) => (
          <li key={post.id}>
            <div>
              <strong>{post.titel}</strong>
              <p className="quiet">
                Version {post.version}. {post.lage}
                {post.skal && `. Skäl: ${post.skal}`}
              </p>
            </div>
            <Button variant="quiet" aria-label={`Visa ${post.titel}, version ${post.version}`} onPress={() => onShow(post)}>
              Visa
            </Button>
            <Button variant="quiet" aria-label={`Ta ut filerna till ${post.titel}, version ${post.version}`} onPress={() => onExtract(post.id)}>
              Ta ut …
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
