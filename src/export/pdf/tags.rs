//! The structure of a document: what is title, heading, paragraph, list, table, for readers that do not see the page.
//! The tree is built while a paper is laid out; the pieces of pages are hung in while pages are drawn.

use pdf_writer::types::StructRole;
use pdf_writer::writers::StructElement;
use pdf_writer::{Finish, Name, Pdf, Ref};

use super::file::Numbers;

/// A node of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag(usize);

enum Kid {
    Node(usize),
    Content { page: usize, id: i32 },
}

struct Node {
    role: StructRole,
    parent: usize,
    kids: Vec<Kid>,
}

/// The tree, and which node each piece of each page belongs to.
pub struct Tags {
    nodes: Vec<Node>,
    pages: Vec<Vec<usize>>,
}

impl Tags {
    /// The whole document.
    pub const ROOT: Tag = Tag(0);

    /// A document without parts yet.
    pub fn new() -> Self {
        Self { nodes: vec![Node { role: StructRole::Document, parent: 0, kids: Vec::new() }], pages: Vec::new() }
    }

    /// Adds a part at the end of another.
    pub fn add(&mut self, parent: Tag, role: StructRole) -> Tag {
        let new = self.nodes.len();
        self.nodes.push(Node { role, parent: parent.0, kids: Vec::new() });
        self.nodes[parent.0].kids.push(Kid::Node(new));
        Tag(new)
    }

    /// The role of a part, by its name in the file.
    pub fn name(&self, tag: Tag) -> Name<'static> {
        self.nodes[tag.0].role.to_name()
    }

    /// Hangs a further piece of a page into a part; returns the number under which the page marks it.
    pub fn mark(&mut self, tag: Tag, page: usize) -> i32 {
        while self.pages.len() <= page {
            self.pages.push(Vec::new());
        }
        let id = i32::try_from(self.pages[page].len()).unwrap_or(i32::MAX);
        self.pages[page].push(tag.0);
        self.nodes[tag.0].kids.push(Kid::Content { page, id });
        id
    }

    /// Writes the tree; returns its root for the catalog.
    pub fn write(&self, pdf: &mut Pdf, numbers: &mut Numbers, pages: &[Ref]) -> Ref {
        let root = numbers.next();
        let refs: Vec<Ref> = self.nodes.iter().map(|_| numbers.next()).collect();
        let parents: Vec<Ref> = self.pages.iter().map(|_| numbers.next()).collect();
        let mut tree = pdf.indirect(root).start::<pdf_writer::writers::StructTreeRoot<'_>>();
        tree.child(refs[0]);
        let mut numbered = tree.parent_tree();
        let mut entries = numbered.nums();
        for (page, array) in (0_i32..).zip(&parents) {
            entries.insert(page, *array);
        }
        entries.finish();
        numbered.finish();
        tree.parent_tree_next_key(i32::try_from(parents.len()).unwrap_or(i32::MAX));
        tree.finish();
        for (array, owners) in parents.iter().zip(&self.pages) {
            pdf.indirect(*array).array().items(owners.iter().map(|owner| refs[*owner]));
        }
        for (index, node) in self.nodes.iter().enumerate() {
            let mut element = pdf.struct_element(refs[index]);
            element.kind(node.role);
            element.parent(if index == 0 { root } else { refs[node.parent] });
            if node.role == StructRole::TH {
                // a heading of a column, wherever the table goes on
                let mut attributes = element.attributes();
                attributes.push().table().scope(pdf_writer::types::TableHeaderScope::Column);
                attributes.finish();
            }
            kids(&mut element, node, &refs, pages);
        }
        root
    }
}

fn kids(element: &mut StructElement<'_>, node: &Node, refs: &[Ref], pages: &[Ref]) {
    if node.kids.is_empty() {
        return;
    }
    let mut children = element.children();
    for kid in &node.kids {
        match kid {
            Kid::Node(node) => {
                children.struct_element(refs[*node]);
            }
            Kid::Content { page, id } => {
                children.marked_content_ref().page(pages[*page]).marked_content_id(*id);
            }
        }
    }
}
