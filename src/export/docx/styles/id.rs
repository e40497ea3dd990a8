//! Ids of the styles that blocks name; what each looks like is written beside the profile's sizes, in `styles`.

/// Running text.
pub const BODY: &str = "BodyText";
/// An item of the dash list.
pub const ITEM: &str = "ListBullet";
/// Headings by depth.
pub const HEADINGS: [&str; 3] = ["Heading1", "Heading2", "Heading3"];
/// The type of the paper.
pub const TITLE: &str = "Title";
/// Its subject.
pub const SUBJECT: &str = "Subtitle";
/// The short rule below the subject.
pub const TITLE_RULE: &str = "TitleRule";
/// The body above the issuing one.
pub const SUPERIOR: &str = "HeadSuperior";
/// The issuing body.
pub const ISSUER: &str = "HeadIssuer";
/// Number and sign, and the `*` above it.
pub const NUMBER: &str = "HeadNumber";
/// `ĐẢNG CỘNG SẢN VIỆT NAM`.
pub const MOTTO: &str = "HeadMotto";
/// The rule below it.
pub const MOTTO_RULE: &str = "HeadMottoRule";
/// Place and date.
pub const PLACE: &str = "HeadPlace";
/// A cell of a table.
pub const CELL: &str = "TableText";
/// A cell of a table's header row.
pub const HEADER_CELL: &str = "TableHeading";
/// A cell of a table of many columns.
pub const SMALL_CELL: &str = "TableTextSmall";
/// A cell of the header row of such a table.
pub const SMALL_HEADER_CELL: &str = "TableHeadingSmall";
/// What parts two tables.
pub const GAP: &str = "TableGap";
/// Capacity of a signer.
pub const CAPACITY: &str = "SignatureCapacity";
/// Office of a signer.
pub const OFFICE: &str = "SignatureOffice";
/// Name of a signer.
pub const NAME: &str = "SignatureName";
/// `Nơi nhận:`.
pub const RECIPIENTS_LABEL: &str = "RecipientsLabel";
/// A recipient.
pub const RECIPIENT: &str = "Recipient";
/// The warning above everything.
pub const NOTICE: &str = "Notice";
/// The page number.
pub const PAGE_NUMBER: &str = "Header";
/// The warning below the page number.
pub const PAGE_NOTICE: &str = "PageNotice";
/// The grid of a table.
pub const GRID: &str = "TableGrid";
/// In a template: what all others are based on.
pub const BASE: &str = "DaihoiBase";
