//! CreateSubCustomer (创建客户): makes an account for a customer, who becomes the partner's.

use serde::Serialize;

use super::refusal::{Reasons, Refusal};
use super::{Heard, Operation, Reply, Response};
use crate::center::PartnerCenter;
use crate::command::Command;
use crate::decision::{Access, Breach};
use crate::directory::Xaccount;
use crate::error::Malformed;
use crate::personal::Personal;
use crate::register::{CreateCustomer, PasswordShape};

pub(super) const OPERATION: Operation =
    Operation { name: "CreateSubCustomer", method: "POST", path: "/v2/partners/sub-customers", run };

#[derive(Serialize)]
struct Body<'a> {
    domain_id: Option<&'a str>,
    domain_name: Option<&'a str>,
    /// The vendor's answer when the association takes longer than the caller waits; the account is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    error_code: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_msg: Option<String>,
    #[serde(skip_serializing_if = "Reasons::is_empty")]
    partnerkit: Reasons<'a>,
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    let domain_name: Option<Personal> = fields.text("domain_name")?.optional().map(Into::into);
    let phone: Option<Personal> = fields.text("mobile_phone")?.or_ignored().map(Into::into);
    let email: Option<Personal> = fields.text("email")?.or_ignored().map(Into::into);
    let password = fields.text("password")?.or_ignored();
    let password = password.map(|password| shape(&password, domain_name.as_ref(), phone.as_ref().or(email.as_ref())));
    let verification_code = match fields.text("verification_code")?.optional() {
        Some(code) if code.is_empty() => return Err(Malformed::new("a code, or left away", "").at("verification_code").into()),
        // What is sent is compared with what was sent; the code itself goes no further.
        code => code.map(|code| heard.call.right_code == Some(code.as_str())),
    };
    let create = CreateCustomer {
        domain_name,
        phone,
        email,
        xaccount: Xaccount { id: fields.needed("xaccount_id")?, kind: fields.needed("xaccount_type")? },
        password,
        cooperation_type: fields.text("cooperation_type")?.optional(),
        indirect_partner_id: fields.text("indirect_partner_id")?.given().filter(|given| !given.text().is_empty()),
        include_association_result: fields.flag("include_association_result")?.or_ignored().unwrap_or(false),
    };
    let access = Access { verification_code, ..heard.access.clone() };
    let decision = heard.handle_with(center, access, Command::CreateCustomer(create))?;
    let row = decision.rows.first().ok_or_else(|| Refusal::Fault("an account was made without a row".into()))?;
    let late = decision.warnings.first().and_then(|warning| Some((warning, warning.code()?)));
    Response::json(
        late.map_or(200, |(_, code)| code.http_status),
        &Body {
            domain_id: row.id.as_deref(),
            domain_name: Some(&row.subject),
            error_code: late.map(|(_, code)| code.code),
            error_msg: late.map(|(warning, _)| heard.call.language.of(warning)),
            partnerkit: Reasons::warnings(&decision.warnings),
        },
    )
}

/// What the rules judge of a password.
fn shape(password: &str, name: Option<&Personal>, contact: Option<&Personal>) -> PasswordShape {
    let classes: [fn(char) -> bool; 4] = [
        |sign| sign.is_ascii_uppercase(),
        |sign| sign.is_ascii_lowercase(),
        |sign| sign.is_ascii_digit(),
        |sign| !sign.is_ascii_alphanumeric(),
    ];
    let has = classes.iter().filter(|class| password.chars().any(class)).count();
    let backwards: String = password.chars().rev().collect();
    let is = |text: &str| name.is_some_and(|name| name.in_full() == text);
    PasswordShape {
        classes: u8::try_from(has).unwrap_or(u8::MAX),
        is_name: is(password) || is(&backwards),
        contains_contact: contact.is_some_and(|contact| !contact.is_empty() && password.contains(contact.in_full())),
    }
}

impl super::Language {
    /// What a breach says.
    fn of(self, breach: &Breach) -> String {
        match self {
            Self::Zh => breach.message_zh(),
            Self::En => breach.message_en(),
        }
    }
}
