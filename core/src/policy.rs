//! The switches: what we had to assume, and every number that the partner center may change.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::error::Malformed;
use crate::id::ServiceType;
use crate::rule::{Confidence, Rule, explain};
use crate::site::Site;

/// What holds in this center where the vendor's word leaves a choice. The default is what we take to be true.
///
/// ```
/// use partnerkit::Policy;
///
/// let mut policy = Policy::default();
/// policy.switch("coupon.reclaim.frozen", false)?;
/// policy.limits.customers_max = 50;
/// assert!(policy.switch("coupon.issue.customers-max", false).is_err(), "documented rules are not ours to switch");
/// # Ok::<(), partnerkit::Malformed>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// The site this center stands for.
    pub site: Site,
    /// Assumed rules that are switched away from their default: rule id → whether it holds.
    rules: Switches,
    /// The numbers.
    pub limits: Limits,
    /// Choices between two readings.
    pub readings: Readings,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "BTreeMap<String, bool>", into = "BTreeMap<String, bool>")]
struct Switches(BTreeMap<String, bool>);

impl TryFrom<BTreeMap<String, bool>> for Switches {
    type Error = String;
    fn try_from(switches: BTreeMap<String, bool>) -> Result<Self, String> {
        for id in switches.keys() {
            switchable(id).map_err(|wrong| wrong.carried())?;
        }
        Ok(Self(switches))
    }
}

impl From<Switches> for BTreeMap<String, bool> {
    fn from(switches: Switches) -> Self {
        switches.0
    }
}

fn switchable(id: &str) -> Result<(), Malformed> {
    match explain(id) {
        Some(rule) if rule.confidence == Confidence::Assumed => Ok(()),
        _ => Err(Malformed { field: id.into(), expected: "the id of an assumed rule".into(), found: None }),
    }
}

impl Policy {
    /// Switches an assumed rule on or off.
    ///
    /// # Errors
    /// When there is no such rule, or it is documented or derived.
    pub fn switch(&mut self, rule: &str, holds: bool) -> Result<(), Malformed> {
        switchable(rule)?;
        self.rules.0.insert(rule.into(), holds);
        Ok(())
    }

    /// Whether a rule holds here.
    pub fn enforces(&self, rule: &Rule) -> bool {
        self.rules.0.get(rule.id).copied().unwrap_or(rule.on_by_default)
    }
}

/// The numbers of the partner center, and a list. Counts, unless the name says characters, days, months or years.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Customers of one issue through the API: 100.
    pub customers_max: usize,
    /// Customers of one issue in the console: 10.
    pub customers_max_console: usize,
    /// Cloud service types one coupon may be limited to: 10.
    pub services_max: usize,
    /// Products one coupon may be limited to: 10.
    pub products_max: usize,
    /// Characters of the memo of an issue: 256, assumed.
    pub memo_characters_max: usize,
    /// Resellers of one grant: 100.
    pub resellers_max: usize,
    /// Roles of one operator account: 3.
    pub member_roles_max: usize,
    /// Roles of a partner's own: 10.
    pub custom_roles_max: usize,
    /// Customer contacts of a partner: 5.
    pub customer_contacts_max: usize,
    /// Child quotas of one reclaim: 10.
    pub child_quotas_max: usize,
    /// Characters of the remark of a quota reclaim: 256.
    pub remark_characters_max: usize,
    /// Characters of the reseller's id in a coupon reclaim: 100.
    pub indirect_partner_characters_max: usize,
    /// API calls of one source, operation and partner in one clock second: 10.
    pub calls_per_second: u32,
    /// Entries of a page: 100.
    pub page_max: usize,
    /// Entries of a page when the query does not say: 10.
    pub page_default: usize,
    /// Quota ids of one quota query: 50.
    pub query_quotas_max: usize,
    /// Quota statuses of one quota query: 5.
    pub query_statuses_max: usize,
    /// Operation types of one record query: 8.
    pub record_types_max: usize,
    /// Coupon ids of one record query: 100.
    pub record_coupons_max: usize,
    /// Calendar years for which the issued-coupon list keeps a coupon that can no longer be used: 2.
    pub issued_retention_years: u32,
    /// Calendar years for which a customer's coupon list keeps one: 1.
    pub own_retention_years: u32,
    /// Calendar months one export may span: 12.
    pub export_months_max: u32,
    /// Unsubscribes of one customer under the five-day rule: 10.
    pub five_day_unsubscribes_max: u32,
    /// Days since its registration for which a customer is a new one: 7.
    pub fresh_customer_days: u32,
    /// Days for which an invitation can be accepted: 15, assumed.
    pub invitation_days_max: u32,
    /// Characters of the remark on a processed warning: 500, assumed.
    pub warning_remark_characters_max: usize,
    /// Requests to end or switch one association that each side may make in one window, on the China site: 1.
    pub association_requests_per_window_cn: usize,
    /// The same on the European site: 1.
    pub association_requests_per_window_eu: usize,
    /// The same on the international site: 3.
    pub association_requests_per_window_intl: usize,
    /// Calendar months of that window: 3.
    pub association_request_window_months: u32,
    /// Customers of one freeze, or of the end of one: 10.
    pub freeze_customers_max: usize,
    /// Characters of the reason of a freeze: 256.
    pub freeze_reason_characters_max: usize,
    /// Days after which resources that are still frozen are released: 15.
    pub freeze_release_days: u32,
    /// Accounts that may have one phone number: 5, assumed.
    pub registrations_per_phone: usize,
    /// Failed checks after which a verification code is no good: 3.
    pub code_failed_checks_max: u32,
    /// Seconds between two verification codes to one receiver: 60, assumed.
    pub code_send_seconds: u32,
    /// Calendar months for which an authorization holds where `authz.no-expiry` is switched off: 12, ours.
    pub authorization_months: u32,
    /// Customers of one batch of allocations or reclaims: 100, assumed.
    pub batch_customers_max: usize,
    /// Customers of one query of balances: 100.
    pub balance_customers_max: usize,
    /// API queries of statements of one source and partner in one clock second: 20.
    pub statement_calls_per_second: u32,
    /// The hour of the day, in the site's zone, from which the monthly summary has what happened until the end of yesterday: 16.
    pub bill_refresh_hour: u32,
    /// Months that records of fees reach back: 18.
    pub fee_record_months: u32,
    /// The cloud services that resellers of the European site may buy on behalf of their customers: ECS, EVS and EIP; all when empty.
    pub eu_reseller_services: BTreeSet<ServiceType>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            customers_max: 100,
            customers_max_console: 10,
            services_max: 10,
            products_max: 10,
            memo_characters_max: 256,
            resellers_max: 100,
            member_roles_max: 3,
            custom_roles_max: 10,
            customer_contacts_max: 5,
            child_quotas_max: 10,
            remark_characters_max: 256,
            indirect_partner_characters_max: 100,
            calls_per_second: 10,
            page_max: 100,
            page_default: 10,
            query_quotas_max: 50,
            query_statuses_max: 5,
            record_types_max: 8,
            record_coupons_max: 100,
            issued_retention_years: 2,
            own_retention_years: 1,
            export_months_max: 12,
            five_day_unsubscribes_max: 10,
            fresh_customer_days: 7,
            invitation_days_max: 15,
            warning_remark_characters_max: 500,
            association_requests_per_window_cn: 1,
            association_requests_per_window_eu: 1,
            association_requests_per_window_intl: 3,
            association_request_window_months: 3,
            freeze_customers_max: 10,
            freeze_reason_characters_max: 256,
            freeze_release_days: 15,
            registrations_per_phone: 5,
            code_failed_checks_max: 3,
            code_send_seconds: 60,
            authorization_months: 12,
            batch_customers_max: 100,
            balance_customers_max: 100,
            statement_calls_per_second: 20,
            bill_refresh_hour: 16,
            fee_record_months: 18,
            eu_reseller_services: ["ec2", "ebs", "eip"].map(|code| ServiceType::made(&format!("hws.service.type.{code}"))).into(),
        }
    }
}

/// Choices between two readings of the vendor's word. Each is explained in docs/decisions.md.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Readings {
    /// A switch of the association mode takes back the coupons of every issuer (`true`, the default), or only of the partner whose
    /// association it is.
    pub mode_switch_takes_every_issuers_coupons: bool,
    /// A sub-account that leaves its enterprise gives back all its usable coupons (`true`, the default), or keeps them.
    pub leaving_enterprise_returns_coupons: bool,
    /// A customer frozen for arrears may get coupons (`true`, the default); a closed one may not.
    pub frozen_customers_get_coupons: bool,
    /// A pick-up voucher takes the ends of its quota when its validity is not given (`true`, the default), or must have its own.
    pub pickup_validity_may_be_defaulted: bool,
    /// An account that a partner makes is associated in the same call (`true`, the default), or when the vendor says so.
    pub association_completes_at_once: bool,
}

impl Default for Readings {
    fn default() -> Self {
        Self {
            mode_switch_takes_every_issuers_coupons: true,
            leaving_enterprise_returns_coupons: true,
            frozen_customers_get_coupons: true,
            pickup_validity_may_be_defaulted: true,
            association_completes_at_once: true,
        }
    }
}
