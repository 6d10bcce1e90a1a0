//! CheckUserIdentity (校验客户注册信息): whether a name, a phone number or an e-mail address is free for a new account.

use serde::Serialize;

use super::{Heard, Operation, Reply, Response, shown};
use crate::center::PartnerCenter;
use crate::register::{CheckResult, RegistrationCheck};

pub(super) const OPERATION: Operation =
    Operation { name: "CheckUserIdentity", method: "POST", path: "/v2/partners/sub-customers/users/check-identity", run };

#[derive(Serialize)]
struct Body {
    check_result: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    mobile_remain_available_num: Option<usize>,
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    let search_type = fields.needed("search_type")?.parse().map_err(|wrong: crate::Malformed| wrong.at("search_type"))?;
    let query = RegistrationCheck { search_type, search_value: fields.needed("search_value")?.into() };
    let found = shown(center.registration_check(heard.viewer(), &query))?;
    let item = found.items.first();
    let is_free = item.is_some_and(|item| item.check_result == CheckResult::Available);
    Response::json(
        200,
        &Body {
            check_result: if is_free { "available" } else { "used_by_user" },
            mobile_remain_available_num: item.and_then(|item| item.mobile_remaining),
        },
    )
}
