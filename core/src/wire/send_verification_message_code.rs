//! SendVerificationMessageCode (发送验证码): has a verification code sent.

use super::{Heard, Operation, Reply, Response};
use crate::center::PartnerCenter;
use crate::command::Command;
use crate::error::Malformed;
use crate::register::{CodeScene, SendCode};

pub(super) const OPERATION: Operation =
    Operation { name: "SendVerificationMessageCode", method: "POST", path: "/v2/bases/verificationcode/send", run };

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    // 1, by text message, is all there is.
    match fields.whole("receiver_type")?.or_empty_refused("receiver_type")? {
        Some(1) => {}
        Some(other) => return Err(Malformed::new("1", other).at("receiver_type").into()),
        None => return Err(Malformed { field: "receiver_type".into(), expected: "present".into(), found: None }.into()),
    }
    let scene = match fields.whole("scene")?.or_empty_refused("scene")? {
        None | Some(29) => CodeScene::Registration,
        Some(18) => CodeScene::BankCard,
        Some(other) => return Err(Malformed::new("18 or 29", other).at("scene").into()),
    };
    match fields.text("lang")?.optional().as_deref() {
        None | Some("zh-cn" | "en-us") => {}
        Some(other) => return Err(Malformed::new("zh-cn or en-us", other).at("lang").into()),
    }
    let send = SendCode {
        receiver: fields.needed("mobile_phone")?.into(),
        scene,
        timeout_minutes: fields.whole("timeout")?.or_empty_refused("timeout")?,
        customer: fields.text("customer_id")?.given(),
    };
    heard.handle(center, Command::SendCode(send))?;
    Ok(Response::no_content())
}
