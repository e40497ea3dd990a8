//! `daihoi passphrase`: sets, changes or takes away the passphrase of a role; and asks for it before a screen is opened or a command
//! acts as that role.

use super::now;
use super::report::{Exit, Failure};
use crate::domain::passphrase::{Passphrase, setting};
use crate::domain::{Congress, Lang, Refusal, Role};
use crate::runtime::role_word;
use crate::store::Store;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

/// What is to become of a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It is set, or changed.
    Set,
    /// It is taken away.
    Remove,
}

/// How often a passphrase may be mistyped before the screen stays shut.
const TRIES: usize = 3;

/// Sets or removes the passphrase of a role. Whoever changes one is asked for the one there is; whoever sets the first, for the
/// secretary's.
pub fn passphrase(file: &Path, role: Role, asked: Asked, out: &mut dyn Write) -> Result<(), Failure> {
    let mut store = Store::open(file)?;
    let mut congress = store.load()?;
    let regulation = congress.meeting().regulation();
    let refused = |refusal: &Refusal| Failure::refused(refusal, regulation);
    let known = congress.passphrase(role).cloned();
    match &known {
        Some(known) if !known.opens(&ask("Mật khẩu hiện tại của vai này: ")?) => {
            return Err(refused(&Refusal::PassphraseWrong { role }));
        }
        Some(_) => {}
        // the first is the secretary's to set
        None => seated(&congress, Role::Secretary)?,
    }
    let set = match asked {
        Asked::Remove => Passphrase::none(role),
        Asked::Set => {
            let typed = ask("Mật khẩu mới: ")?;
            if ask("Gõ lại mật khẩu mới: ")? != typed {
                let hint = "Chạy lại và gõ hai lần như nhau; chưa có gì thay đổi.".to_owned();
                let what = "hai lần gõ không giống nhau".to_owned();
                return Err(Failure { exit: Exit::Refused, what, cause: None, hint: Some(hint), places: Vec::new() });
            }
            Passphrase::new(role, &typed, store.random()?).map_err(|refusal| refused(&refusal))?
        }
    };
    let who = if known.is_some() { role } else { Role::Secretary };
    let change = setting(set);
    let recorded = store.record(&mut congress, who.into(), now(), &|_| Ok(change.clone()));
    recorded.map_err(|error| Failure::of_store(&error, regulation))?;
    let done = match asked {
        Asked::Set => "Đã đặt mật khẩu. Nhật ký chỉ giữ mã băm, không giữ mật khẩu.\n",
        Asked::Remove => "Đã bỏ mật khẩu.\n",
    };
    out.write_all(done.as_bytes()).map_err(|error| Failure::trouble("stdout", &error))
}

/// Refuses a command that acts as a role whose passphrase is not given; asks for none where the role has none.
pub(super) fn seated(congress: &Congress, role: Role) -> Result<(), Failure> {
    match congress.passphrase(role) {
        Some(passphrase) if !unlock(passphrase) => {
            Err(Failure::refused(&Refusal::PassphraseWrong { role }, congress.meeting().regulation()))
        }
        _ => Ok(()),
    }
}

/// Refuses a role that has a passphrase where nobody can be asked: the standard input holds something else.
pub(super) fn unasked(congress: &Congress, role: Role) -> Result<(), Failure> {
    if congress.passphrase(role).is_none() {
        return Ok(());
    }
    let role = role_word(role, Lang::Vi);
    let what = format!("vai {role} có mật khẩu, mà đầu vào chuẩn đang là danh sách thay đổi");
    let hint = "Ghi danh sách vào một tệp: daihoi apply TỆP-ĐẠI-HỘI DANH-SÁCH; mật khẩu được hỏi trên màn hình, từ chương trình khác thì là từng dòng của đầu vào chuẩn.";
    Err(Failure { exit: Exit::Refused, what, cause: None, hint: Some(hint.to_owned()), places: Vec::new() })
}

/// Asks for the passphrase of a role; a few slips are forgiven whoever types, none a script.
pub(super) fn unlock(passphrase: &Passphrase) -> bool {
    let tries = if io::stdin().is_terminal() { TRIES } else { 1 };
    let prompt = format!("Mật khẩu của vai {}: ", role_word(passphrase.role, Lang::Vi));
    (0..tries).any(|_| ask(&prompt).is_ok_and(|typed| passphrase.opens(&typed)))
}

/// A line that is not shown as it is typed; from a script, the next line of its input.
fn ask(prompt: &str) -> Result<String, Failure> {
    let failed = |error: io::Error| Failure::trouble("mật khẩu", &error);
    if io::stdin().is_terminal() {
        return rpassword::prompt_password(prompt).map_err(failed);
    }
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line).map_err(failed)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
