//! SPEAKS – arguments, import of plans and rosters, report of errors.
//!
//! Here are the subcommands and their exit codes: 0 done, 1 refused, 2 usage, 3 file or system trouble. What a subcommand does
//! lives in the file of its name.

pub mod apply;
pub mod changes;
pub mod desk;
pub mod invite;
mod issuing;
pub mod mirror;
pub mod papers;
pub mod passphrase;
pub mod recount;
pub mod rehearse;
pub mod report;
pub mod roster;
pub mod show;
pub mod sit;
pub mod verify;

use crate::domain::{Lang, Role, Who};
use crate::papers::paper::SheetSize;
use crate::runtime::Seating;

use chrono::{DateTime, FixedOffset, Local, NaiveDateTime};
use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser;
use clap::{CommandFactory, Parser, Subcommand};
use report::Failure;
use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Điều hành đại hội chi bộ, đảng bộ từ dòng lệnh – runs a Party congress from a terminal.
#[derive(Debug, Parser)]
#[command(name = "daihoi", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// Ngôn ngữ màn hình – language of the screen
    #[arg(long, default_value = "vi", value_parser = lang())]
    lang: Lang,
}

/// What can be asked of the program.
#[derive(Debug, Subcommand)]
enum Command {
    /// Đại hội mẫu có sẵn danh sách, mở ngay trên màn hình – a ready congress with its roster
    Demo {
        /// Thư mục giữ lại đại hội mẫu – a folder that is kept
        #[arg(long)]
        dir: Option<PathBuf>,
        /// Ngôn ngữ màn hình – language of the screen
        #[arg(long, default_value = "vi", value_parser = lang())]
        lang: Lang,
    },
    /// Tạo đại hội từ kế hoạch TOML, danh sách CSV hoặc XLSX đặt cạnh – a congress from a plan
    New {
        /// Tệp đại hội sẽ tạo – the file to make
        file: PathBuf,
        /// Kế hoạch – the plan
        #[arg(long)]
        plan: PathBuf,
    },
    /// Mở đại hội trên màn hình – open a congress on screen
    Open {
        /// Tệp đại hội; không ghi: chọn trên màn hình – the congress; left out: chosen on screen
        file: Option<PathBuf>,
        /// Vai người ngồi máy – who sits there
        #[arg(long, default_value = "secretary", value_parser = role())]
        role: Role,
        /// Số bàn kiểm phiếu – number of the counting desk
        #[arg(long)]
        desk: Option<u16>,
        /// Ngôn ngữ màn hình – language of the screen
        #[arg(long, default_value = "vi", value_parser = lang())]
        lang: Lang,
        /// Vai cố định: F9 không đổi được vai, không mở được tệp nào khác – the seat cannot be changed on screen
        #[arg(long)]
        fixed: bool,
        /// Thư mục trên USB nhận bản sao của từng thay đổi – a folder on a stick that every change is copied to as it happens
        #[arg(long)]
        mirror: Option<PathBuf>,
        /// Đặt đồng hồ hội trường khi dựng lại một đại hội đã qua – the hall's clock, to replay a past congress: `2022-08-18T14:00:00`
        #[arg(long)]
        clock: Option<NaiveDateTime>,
    },
    /// Nhập danh sách CSV hoặc Excel vào đại hội: thêm và cập nhật, không ghi đúp; có dòng chưa rõ thì không ghi gì – import a roster
    Roster {
        /// Tệp đại hội – the congress
        file: PathBuf,
        /// Danh sách – the roster
        roster: PathBuf,
        /// Chỉ xem sẽ ghi gì – only tell what would be recorded
        #[arg(long)]
        dry_run: bool,
    },
    /// Xuất văn bản – write the papers
    Export {
        /// Tệp đại hội – the congress
        file: PathBuf,
        /// Thư mục nhận văn bản – the folder to write to
        #[arg(long)]
        to: PathBuf,
        /// Văn bản: all, minutes, tally, tally-1, ballot-1-1 …; issued: các bản đã phát hành – which papers
        #[arg(long, default_value = "all", value_delimiter = ',')]
        paper: Vec<String>,
        /// Định dạng: docx để sửa, pdf để in và ký, xlsx để tính, md, json – in which formats
        #[arg(long = "as", default_value = "docx,pdf,xlsx,md,json", value_delimiter = ',')]
        formats: Vec<String>,
        /// Mẫu Word của cơ quan cho định dạng docx; các trường: `daihoi fields` – the office's own Word template
        #[arg(long)]
        template: Option<PathBuf>,
        /// Số bản in của mỗi phiếu bầu – copies of each ballot paper
        #[arg(long, value_parser = clap::value_parser!(u32).range(1..=20_000))]
        copies: Option<u32>,
        /// Xuất ở vai nào: head mới có nhật ký nhập phiếu trong «all» – whose papers: the entry log is the head's
        #[arg(long, value_parser = role())]
        role: Option<Role>,
        /// Khổ giấy phiếu bầu: a4 hoặc a3; không ghi thì tự chọn – sheet of ballot papers
        #[arg(long, value_parser = sheet())]
        sheet: Option<SheetSize>,
    },
    /// Tệp bàn: giao tệp phiếu cho bàn không có mạng và nhận về – bundles for a desk without network, in a file of their own
    #[command(subcommand)]
    Desk(DeskCommand),
    /// In dòng `authorized_keys` cho một bàn vào bằng SSH: chỉ màn hình của vai đó, không gì khác – let one key sit at one seat
    Invite {
        /// Tệp đại hội – the congress
        file: PathBuf,
        /// Vai – the role
        #[arg(long, value_parser = role())]
        role: Role,
        /// Số bàn kiểm phiếu – number of the counting desk
        #[arg(long)]
        desk: Option<u16>,
        /// Khóa công khai của máy bàn, tệp .pub – the public key of the desk
        #[arg(long)]
        key: PathBuf,
        /// Ngôn ngữ màn hình – language of the screen
        #[arg(long, default_value = "vi", value_parser = lang())]
        lang: Lang,
    },
    /// Đặt, đổi hoặc bỏ mật khẩu của một vai, cho máy nhiều người dùng chung – the passphrase of a role
    Passphrase {
        /// Tệp đại hội – the congress
        file: PathBuf,
        /// Vai – the role
        #[arg(long, value_parser = role())]
        role: Role,
        /// Bỏ mật khẩu của vai này – take it away
        #[arg(long)]
        remove: bool,
    },
    /// Làm lại tệp đại hội từ bản sao trên USB, trên máy dự phòng – go on from the copy on a stick
    Resume {
        /// Thư mục đã ghi ở --mirror, hoặc một tệp .sao – the folder of the copy
        from: PathBuf,
        /// Tệp đại hội sẽ tạo – the file to make
        #[arg(long)]
        to: PathBuf,
    },
    /// So hai tệp hoặc bản sao của cùng một đại hội, kể từng thay đổi chỉ một bên có – tell two files of one congress apart
    Compare {
        /// Tệp đại hội, tệp .sao hoặc thư mục của nó – a file or a copy
        one: PathBuf,
        /// Tệp kia – the other
        other: PathBuf,
    },
    /// Các trường dùng trong mẫu Word – the fields of a Word template
    Fields {
        /// Ghi một mẫu có sẵn mọi trường để sửa trong Word – writes a template to start from
        #[arg(long)]
        to: Option<PathBuf>,
    },
    /// Kiểm một tờ phiếu JSON và in kết quả JSON – counts one sheet of ballots: regulation, office, seats, base, round, `tie_revote`,
    /// places, alternates, issued, collected, candidates, ballots [{struck | agree, disagree | defect, times}]
    Recount {
        /// Tờ phiếu; `-` là đầu vào chuẩn – the sheet
        sheet: PathBuf,
    },
    /// Ghi các thay đổi từ danh sách JSON, dừng ở thay đổi đầu tiên bị từ chối – record changes without a screen
    Apply {
        /// Tệp đại hội – the congress
        file: PathBuf,
        /// Danh sách thay đổi, mỗi dòng một JSON; `-` là đầu vào chuẩn – one change a line
        #[arg(default_value = "-")]
        changes: PathBuf,
    },
    /// Cho biết đại hội đang ở đâu – where the congress stands
    Show {
        /// Tệp đại hội – the congress
        file: PathBuf,
        /// In ra một tài liệu JSON – as one JSON document
        #[arg(long)]
        json: bool,
    },
    /// Kiểm chứng tệp: định danh, chuỗi băm, nhật ký = bảng, sổ phiếu; hỏng thì mã thoát 3 – prove the file
    Verify {
        /// Tệp đại hội – the congress
        file: PathBuf,
    },
    /// Diễn tập cả một đại hội đại biểu từ một số mầm, mọi văn bản ghi DIỄN TẬP – a whole simulated congress
    Rehearse {
        /// Số đại biểu chính thức – official delegates
        #[arg(long, value_parser = clap::value_parser!(u32).range(1..=10_000))]
        delegates: u32,
        /// Số lượng cần bầu vào Ban Chấp hành – seats of the committee
        #[arg(long, value_parser = clap::value_parser!(u16).range(1..=999))]
        seats: u16,
        /// Số người trong danh sách bầu cử – names on the ballot
        #[arg(long, value_parser = clap::value_parser!(u16).range(1..=999))]
        names: u16,
        /// Số mầm: cùng số mầm thì cùng nội dung – the same seed gives the same file content
        #[arg(long, default_value_t = rehearse::SEED)]
        seed: u64,
        /// Thư mục nhận tệp đại hội và văn bản – the folder for the file and its papers
        #[arg(long)]
        to: PathBuf,
    },
    /// Tập nhập phiếu trên bàn phím số: mười phiếu bịa, không cần tệp nào – practise keying ten made-up ballots
    Practice {
        /// Ngôn ngữ màn hình – language of the screen
        #[arg(long, default_value = "vi", value_parser = lang())]
        lang: Lang,
        /// Số mầm của mười phiếu – the seed of the ten ballots
        #[arg(long)]
        seed: Option<u64>,
    },
    /// Từ vựng của nhật ký – the vocabulary of the journal
    Changes {
        /// In ra JSON Schema – as JSON Schema
        #[arg(long)]
        schema: bool,
    },
}

/// What can be done with desk files.
#[derive(Debug, Subcommand)]
enum DeskCommand {
    /// Tạo tệp bàn có danh sách bầu cử và các tệp phiếu, không có gì về người khác – make a desk file
    Export {
        /// Tệp đại hội – the congress
        file: PathBuf,
        /// Cuộc bầu cử: số thứ tự, hoặc committee, secretary, delegates … – the election: its number or office
        #[arg(long)]
        election: String,
        /// Các tệp phiếu: 1-4 hoặc 1,3,5 – the bundles
        #[arg(long, value_parser = desk::numbers)]
        bundles: BundleNumbers,
        /// Thư mục nhận tệp bàn – the folder for it
        #[arg(long)]
        to: PathBuf,
        /// Số bàn; không ghi thì lấy số chưa bàn nào dùng – number of the desk
        #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
        desk: Option<u16>,
    },
    /// Nhận các tệp phiếu đã nhập trong tệp bàn: trọn vẹn hoặc không ghi gì – take over what was keyed in a desk file
    Import {
        /// Tệp đại hội – the congress
        file: PathBuf,
        /// Tệp bàn – the desk file
        desk_file: PathBuf,
    },
}

/// The numbers of several bundles, in one argument.
type BundleNumbers = Vec<u16>;

/// Runs the command line.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(usage) => {
            // help and version are no failure: clap knows which exit code and which stream
            let _ = usage.print();
            return if usage.use_stderr() { report::Exit::Usage.into() } else { ExitCode::SUCCESS };
        }
    };
    let Some(command) = &arguments.command else { return start(arguments.lang) };
    match dispatch(command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.print(&mut io::stderr().lock()),
    }
}

/// Without a subcommand: the start screen; the usage where there is nobody to look at it.
fn start(lang: Lang) -> ExitCode {
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        let _ = Arguments::command().write_help(&mut io::stderr());
        return report::Exit::Usage.into();
    }
    match sit::start(sit::Seat { who: Who::default(), lang, clock: None, seating: Seating::Free }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.print(&mut io::stderr().lock()),
    }
}

fn dispatch(command: &Command) -> Result<(), Failure> {
    let out = &mut io::stdout().lock();
    match command {
        Command::Demo { dir, lang } => sit::demo(dir.as_deref(), *lang, out),
        Command::New { file, plan } => sit::new(file, plan, out),
        Command::Open { file, role, desk, lang, fixed, mirror, clock } => {
            let who = Who { role: *role, desk: *desk };
            let seating = if *fixed { Seating::Fixed } else { Seating::Free };
            let seat = sit::Seat { who, lang: *lang, clock: *clock, seating };
            sit::open(file.as_deref(), seat, mirror.clone())
        }
        Command::Invite { file, role, desk, key, lang } => {
            invite::invite(file, Who { role: *role, desk: *desk }, (key, *lang), out)
        }
        Command::Passphrase { file, role, remove } => {
            let asked = if *remove { passphrase::Asked::Remove } else { passphrase::Asked::Set };
            passphrase::passphrase(file, *role, asked, out)
        }
        Command::Resume { from, to } => mirror::resume(from, to, out),
        Command::Compare { one, other } => mirror::compare(one, other, out),
        Command::Roster { file, roster, dry_run } => {
            let run = if *dry_run { self::roster::Run::Dry } else { self::roster::Run::Real };
            self::roster::roster(file, roster, run, out)
        }
        Command::Export { file, to, paper, formats, template, copies, role, sheet } => {
            let asked = papers::Asked {
                papers: paper,
                formats,
                template: template.as_deref(),
                copies: *copies,
                sheet: *sheet,
                role: *role,
            };
            papers::export(file, to, &asked, out)
        }
        Command::Desk(DeskCommand::Export { file, election, bundles, to, desk }) => {
            let asked = desk::Asked { election: election.clone(), bundles: bundles.clone(), desk: *desk };
            desk::export(file, &asked, to, out)
        }
        Command::Desk(DeskCommand::Import { file, desk_file }) => desk::import(file, desk_file, out),
        Command::Fields { to } => papers::fields(to.as_deref(), out),
        Command::Recount { sheet } => recount_sheet(sheet, out),
        Command::Apply { file, changes } => apply_list(file, changes, out),
        Command::Show { file, json } => show::show(file, if *json { show::Form::Json } else { show::Form::Text }, out),
        Command::Verify { file } => verify::verify(file, out),
        Command::Practice { lang, seed } => sit::practice(*lang, *seed),
        Command::Rehearse { delegates, seats, names, seed, to } => {
            let asked = rehearse::Asked { delegates: *delegates, seats: *seats, names: *names, seed: *seed };
            rehearse::rehearse(asked, to, out)
        }
        Command::Changes { schema } => {
            changes::changes(if *schema { changes::Form::Schema } else { changes::Form::List }, out)
        }
    }
}

fn apply_list(file: &Path, list: &Path, out: &mut dyn Write) -> Result<(), Failure> {
    let mut source: Box<dyn BufRead> = if list == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        let opened = File::open(list).map_err(|error| Failure::trouble(&list.display().to_string(), &error))?;
        Box::new(BufReader::new(opened))
    };
    let seated: &apply::Seating<'_> = if list == Path::new("-") { &passphrase::unasked } else { &passphrase::seated };
    let applied = apply::apply(file, &mut source, out, (now, seated));
    // the numbers on stdout are for programs, the sentence is for people
    let _ = writeln!(io::stderr(), "Đã ghi {} thay đổi.", applied.recorded);
    applied.stopped.map_or(Ok(()), Err)
}

fn recount_sheet(sheet: &Path, out: &mut dyn Write) -> Result<(), Failure> {
    let outcome = recount::run(sheet)?;
    writeln!(out, "{outcome}").map_err(|error| Failure::trouble("stdout", &error))
}

impl From<recount::RecountError> for Failure {
    fn from(error: recount::RecountError) -> Self {
        let exit = if error.exit_code() == 1 { report::Exit::Refused } else { report::Exit::Trouble };
        let cause = std::error::Error::source(&error).map(ToString::to_string);
        Self { exit, what: error.to_string(), cause, hint: Some(error.hint().to_owned()), places: Vec::new() }
    }
}

fn lang() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(["vi", "en"]).map(|word| if word == "en" { Lang::En } else { Lang::Vi })
}

fn sheet() -> impl TypedValueParser<Value = SheetSize> {
    PossibleValuesParser::new(["a4", "a3"]).map(|word| if word == "a3" { SheetSize::A3 } else { SheetSize::A4 })
}

fn role() -> impl TypedValueParser<Value = Role> {
    PossibleValuesParser::new(Role::ALL.map(Role::word))
        .map(|word| Role::ALL.into_iter().find(|role| role.word() == word).unwrap_or_default())
}

/// The clock of the machine, read when a line is recorded.
#[expect(
    clippy::disallowed_methods,
    reason = "cli is where the clock is read; the rooms below take time as an argument"
)]
fn now() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}
