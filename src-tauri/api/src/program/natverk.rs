//! Whether a file lies on a network share, as far as that can be told. SQLite's locks cannot be trusted there: a plan on
//! a share is opened, and the person is told where it should lie instead.
use std::path::Path;

/// Told of a plan that is open on a share.
pub(super) const SAID: &str =
    "Planen ligger på en nätverksplats, där den kan skadas. Spara en kopia på datorn och arbeta i den.";

/// Told of a copy that was saved on a share.
pub(crate) const COPY_SAID: &str = "Kopian ligger på en nätverksplats. Öppna den inte där: då kan den skadas. Kopiera den till datorn först.";

/// By the path, once the system has said where it leads: mapped drives lead to `\\server\…` too.
#[cfg(windows)]
pub(crate) fn is_remote(path: &Path) -> bool {
    use std::path::{Component, Prefix};
    let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let Some(Component::Prefix(prefix)) = real.components().next() else { return false };
    matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
}

/// By the kind of file system that is mounted there, where the system lists them (Linux).
#[cfg(not(windows))]
pub(crate) fn is_remote(path: &Path) -> bool {
    let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    std::fs::read_to_string("/proc/self/mountinfo").is_ok_and(|mounts| mounted_remotely(&mounts, &real))
}

#[cfg(not(windows))]
const REMOTE: [&str; 14] = [
    "9p",
    "afs",
    "ceph",
    "cifs",
    "davfs",
    "fuse.davfs2",
    "fuse.gvfsd-fuse",
    "fuse.rclone",
    "fuse.sshfs",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
];

/// A line is "36 35 0:50 / /mnt/share rw,noatime shared:1 - cifs //server/share rw"; the innermost mount holds the path,
/// and of two in one place the later.
#[cfg(not(windows))]
fn mounted_remotely(mounts: &str, path: &Path) -> bool {
    let holding = mounts.lines().filter_map(|line| {
        let (mount, system) = line.split_once(" - ")?;
        let at = mount.split(' ').nth(4)?.replace("\\040", " ");
        let kind = system.split(' ').next()?;
        path.starts_with(&at).then(|| (Path::new(&at).components().count(), kind))
    });
    holding.max_by_key(|(depth, _)| *depth).is_some_and(|(_, kind)| REMOTE.contains(&kind))
}

#[cfg(all(test, not(windows)))]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
36 22 0:50 / /mnt/Gemensam\\040mapp rw,noatime shared:2 - cifs //server/gemensam rw,vers=3.1.1
37 36 8:2 / /mnt/Gemensam\\040mapp/lokal rw - ext4 /dev/sdb1 rw
40 22 0:61 / /run/user/1000/gvfs rw master:3 - fuse.gvfsd-fuse gvfsd-fuse rw
41 22 0:70 / /data rw - ext4 /dev/sdc1 rw
42 41 0:71 / /data rw - nfs4 server:/data rw";

    #[test]
    fn the_innermost_and_newest_mount_says_what_lies_on_a_share() {
        for path in
            ["/mnt/Gemensam mapp/plan.vplan", "/run/user/1000/gvfs/smb-share/plan.vplan", "/data/plan.vplan"]
        {
            assert!(mounted_remotely(MOUNTS, Path::new(path)), "{path}");
        }
        for path in
            ["/home/a/plan.vplan", "/mnt/Gemensam mapp/lokal/plan.vplan", "/mnt/Gemensam mapp 2/plan.vplan"]
        {
            assert!(!mounted_remotely(MOUNTS, Path::new(path)), "{path}");
        }
        assert!(!mounted_remotely("", Path::new("/plan.vplan")));
    }
}
