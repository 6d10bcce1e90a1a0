//! The world it begins with: a general distributor with two cloud resellers, a solution provider, and their customers.
//!
//! Everything is set relative to the time of the start, so that it is always in the middle of its life.

use std::collections::BTreeSet;
use std::sync::Arc;

use partnerkit::account::{AccountTerms, ChargeAccount, ChargeMode, ChargeTerms, Holder, Recharge, SetCredit};
use partnerkit::adjustment::{AllocateToCustomer, AllocateToReseller};
use partnerkit::authz::{ApproveAuthorization, RequestAuthorization};
use partnerkit::coupon::IssueCoupons;
use partnerkit::directory::{
    Account, Associate, AssociationMode, Catalog, CustomerState, EnterpriseSub, Member, Nothing, Partner, PartnerKind, Profile,
};
use partnerkit::owner::AssignOwner;
use partnerkit::quota::{QuotaLimits, SetQuota, Terms};
use partnerkit::statement::TradeDetailType;
use partnerkit::warning::{RefreshWarnings, WarningCategory, WarningData};
use partnerkit::{
    Access, Actor, Command, CustomerAccount, MemberAccount, Money, PartnerAccount, PartnerCenter, Policy, Request, Site,
    Timestamp,
};

use crate::callers::Callers;

use AssociationMode::{Advisory, AgencyResale};

const SERVICES: [&str; 4] = ["hws.service.type.ec2", "hws.service.type.obs", "hws.service.type.rds", "hws.service.type.vpc"];

/// A small world, and the access keys to it.
pub fn small(now: Timestamp, site: Site) -> Result<(PartnerCenter, Callers), String> {
    let mut policy = Policy::default();
    policy.site = site;
    let mut world = Making { center: PartnerCenter::new(policy), now, requests: 0 };
    world.fill()?;
    Ok((world.center, callers()?))
}

fn callers() -> Result<Callers, String> {
    let mut callers = Callers::default();
    callers.add("AK-NORTH", "Northern Lights, general distributor: the main account", Actor::partner(id("P-NORTH")?));
    let operator = MemberAccount { partner: id("P-NORTH")?, member: id("anna")? };
    callers.add("AK-NORTH-ANNA", "Northern Lights: Anna, who may look and issue, but not reclaim", Actor::Member(operator));
    let manager = MemberAccount { partner: id("P-NORTH")?, member: id("mei")? };
    callers.add("AK-NORTH-MEI", "Northern Lights: Mei, account manager of the Bakery", Actor::Member(manager));
    callers.add("AK-RIVER", "Riverside, cloud reseller of Northern Lights", Actor::partner(id("P-RIVER")?));
    callers.add("AK-SOLVE", "Solveig Solutions, solution provider", Actor::partner(id("P-SOLVE")?));
    callers.add(
        "AK-BAKERY",
        "the Bakery, customer of Northern Lights",
        Actor::Customer(CustomerAccount { customer: id("C-BAKERY")? }),
    );
    Ok(callers)
}

struct Making {
    center: PartnerCenter,
    now: Timestamp,
    requests: u32,
}

impl Making {
    fn fill(&mut self) -> Result<(), String> {
        self.partner("P-NORTH", PartnerKind::GeneralDistributor, "Northern Lights", |partner| {
            partner.account = Some(id("C-NORTH")?);
            Ok(())
        })?;
        self.partner("P-RIVER", PartnerKind::CloudReseller, "Riverside", |partner| {
            partner.distributor = Some(id("P-NORTH")?);
            Ok(())
        })?;
        self.partner("P-HILL", PartnerKind::CloudReseller, "Hilltop", |partner| {
            partner.distributor = Some(id("P-NORTH")?);
            partner.leaving = true;
            Ok(())
        })?;
        self.partner("P-SOLVE", PartnerKind::SolutionProvider, "Solveig Solutions", |_| Ok(()))?;
        let items = ["030100", "030102", "030103", "030200"].map(|item| format!("BPC_ITEM_SUBCUSTSERV_{item}"));
        self.ask(Command::SetMember(Member::new(id("P-NORTH")?, id("anna")?, items.into())))?;

        let mut mei = Member::new(id("P-NORTH")?, id("mei")?, BTreeSet::new());
        mei.roles.insert(id("account-manager")?);
        self.ask(Command::SetMember(mei))?;

        self.customer("C-NORTH", "Northern Lights itself", "P-NORTH", AgencyResale, |_| Ok(()))?;
        self.customer("C-BAKERY", "the Bakery", "P-NORTH", AgencyResale, |_| Ok(()))?;
        self.customer("C-CLINIC", "the Clinic", "P-NORTH", AgencyResale, |_| Ok(()))?;
        self.customer("C-SCHOOL", "the School", "P-NORTH", Advisory, |_| Ok(()))?;
        self.customer("C-CLOSED", "a closed shop", "P-NORTH", AgencyResale, |profile| {
            profile.state = CustomerState::Closed;
            Ok(())
        })?;
        self.customer("C-GROUP", "the Group", "P-NORTH", AgencyResale, |profile| {
            profile.account = Account::EnterpriseMaster(Nothing {});
            Ok(())
        })?;
        self.customer("C-GROUP-LAB", "the Group's laboratory", "P-NORTH", AgencyResale, |profile| {
            profile.account = Account::EnterpriseSub(EnterpriseSub { master: id("C-GROUP")?, financially_hosted: true });
            Ok(())
        })?;
        self.customer("C-FERRY", "the Ferry", "P-RIVER", AgencyResale, |_| Ok(()))?;
        self.customer("C-STRANGER", "a stranger", "P-SOLVE", AgencyResale, |_| Ok(()))?;

        self.people()?;

        let services: BTreeSet<_> = SERVICES.into_iter().map(id).collect::<Result<_, _>>()?;
        self.ask(Command::ImportCatalog(Catalog { cloud_service_types: services, product_ids: BTreeSet::new() }))?;

        self.quota("Q-YEAR", "P-NORTH", "10000.00", |limits| {
            limits.face_value_min = Some(cny("10.00")?);
            limits.face_value_max = Some(cny("500.00")?);
            Ok(())
        })?;
        self.quota("Q-STORAGE", "P-NORTH", "300.00", |limits| {
            let terms = Terms { cloud_service_types: [id("hws.service.type.obs")?].into(), ..Terms::default() };
            limits.terms = Arc::new(terms);
            Ok(())
        })?;
        self.quota("Q-BAKERY", "P-NORTH", "1000.00", |limits| {
            limits.designated_customers = Some([id("C-BAKERY")?].into());
            Ok(())
        })?;
        self.quota("Q-SOLVE", "P-SOLVE", "5000.00", |_| Ok(()))?;
        let issue = IssueCoupons::new(id::<partnerkit::QuotaId>("Q-YEAR")?, vec!["C-BAKERY".into()], cny("25.00")?);
        self.ask_as(Actor::partner(id("P-NORTH")?), Command::IssueCoupons(issue))?;
        // A month ago, so that there is a bill of it.
        let now = self.now;
        self.now = now.months_earlier(1);
        self.money()?;
        self.now = now;
        Ok(())
    }

    /// Both partners have topped up. Northern Lights has a credit, has set money aside, and has allocated to a reseller and to customers,
    /// one of which has spent more than it got.
    fn money(&mut self) -> Result<(), String> {
        let north = Actor::partner(id("P-NORTH")?);
        for (name, amount) in [("P-NORTH", "20000.00"), ("P-SOLVE", "3000.00")] {
            let holder = Holder::Partner(PartnerAccount { partner: id(name)? });
            self.ask(Command::Recharge(Recharge { holder, amount: self.money_of(amount)?, rebate: false }))?;
        }
        let limit = self.money_of("5000.00")?;
        self.ask(Command::SetCredit(SetCredit { partner: id("P-NORTH")?, limit, expire_time: None }))?;
        self.ask(Command::SetAccountTerms(AccountTerms {
            partner: id("P-NORTH")?,
            designated_amount: Some(self.money_of("1500.00")?),
            allocatable_amount: None,
            standard_sales_contract: false,
        }))?;
        let amount = self.money_of("4000.00")?;
        let to_river = AllocateToReseller { indirect_partner_id: "P-RIVER".into(), amount, key: None };
        self.ask_as(north.clone(), Command::AllocateToReseller(to_river))?;
        for (name, amount) in [("C-BAKERY", "800.00"), ("C-CLINIC", "250.50")] {
            let amount = self.money_of(amount)?;
            let to = AllocateToCustomer { customer_id: name.into(), amount, indirect_partner_id: None, source: None, key: None };
            self.ask_as(north.clone(), Command::AllocateToCustomer(to))?;
        }
        for (name, order, amount) in [("C-BAKERY", "O-1", "120.05"), ("C-CLINIC", "O-2", "300.00")] {
            self.ask(Command::ChargeAccount(ChargeAccount {
                payer: Holder::Customer(CustomerAccount { customer: id(name)? }),
                trade_id: id(order)?,
                trade_detail_type: TradeDetailType::Usage,
                amount: self.money_of(amount)?,
                terms: ChargeTerms { charge_mode: ChargeMode::OnDemand, ..ChargeTerms::default() },
            }))?;
        }
        Ok(())
    }

    /// An amount in the currency of the site.
    fn money_of(&self, amount: &str) -> Result<Money, String> {
        let currency = self.center.policy().site.currency();
        format!("{amount} {}", currency.code()).parse().map_err(|wrong: partnerkit::Malformed| wrong.to_string())
    }

    /// Mei answers for the Bakery, which has authorized Northern Lights and has a warning.
    fn people(&mut self) -> Result<(), String> {
        let (north, bakery) = (Actor::partner(id("P-NORTH")?), Actor::Customer(CustomerAccount { customer: id("C-BAKERY")? }));
        let assign = AssignOwner { customer_ids: vec!["C-BAKERY".into()], manager: id("mei")?, all_or_nothing: true };
        self.ask_as(north.clone(), Command::AssignOwner(assign))?;
        let request =
            RequestAuthorization { customer: id("C-BAKERY")?, commitment_letter_accepted: true, indirect_partner_id: None };
        self.ask_as(north, Command::RequestAuthorization(request))?;
        let approve = ApproveAuthorization { customer: id("C-BAKERY")?, letter_accepted: true, trace_audit_on: true };
        self.ask_as(bakery, Command::ApproveAuthorization(approve))?;
        let warning = WarningData {
            id: id("W-1")?,
            customer: id("C-BAKERY")?,
            category: WarningCategory::Churn,
            scene_name: "spend falls".into(),
            title: "Spend fell by half within a month".into(),
            sent_at: self.now,
        };
        let day = Site::Cn.date(self.now).into();
        self.ask(Command::RefreshWarnings(RefreshWarnings { data_date: day, warnings: vec![warning] }))
    }

    fn partner(
        &mut self,
        name: &str,
        kind: PartnerKind,
        called: &str,
        more: impl FnOnce(&mut Partner) -> Result<(), String>,
    ) -> Result<(), String> {
        let mut partner = Partner { name: called.into(), account_name: name.to_lowercase(), ..Partner::new(id(name)?, kind) };
        more(&mut partner)?;
        self.ask(Command::SetPartner(partner))
    }

    fn customer(
        &mut self,
        name: &str,
        called: &str,
        partner: &str,
        mode: AssociationMode,
        more: impl FnOnce(&mut Profile) -> Result<(), String>,
    ) -> Result<(), String> {
        let mut profile = Profile { name: called.into(), account_name: name.to_lowercase().into(), ..Profile::new(id(name)?) };
        more(&mut profile)?;
        self.ask(Command::SetCustomer(profile))?;
        self.ask(Command::AssociateCustomer(Associate::new(id(name)?, id(partner)?, mode)))
    }

    fn quota(
        &mut self,
        name: &str,
        holder: &str,
        value: &str,
        more: impl FnOnce(&mut QuotaLimits) -> Result<(), String>,
    ) -> Result<(), String> {
        let mut limits = QuotaLimits::default();
        more(&mut limits)?;
        self.ask(Command::SetQuota(SetQuota {
            id: id(name)?,
            holder: id(holder)?,
            quota_type: Default::default(),
            value: cny(value)?,
            effective_time: self.now.months_earlier(2),
            expire_time: self.now.months_later(10),
            limits,
            from_incentive: false,
        }))
    }

    fn ask(&mut self, command: Command) -> Result<(), String> {
        self.ask_as(Actor::VENDOR, command)
    }

    /// Everything here is possible; what is not is a mistake in this file.
    fn ask_as(&mut self, actor: Actor, command: Command) -> Result<(), String> {
        self.requests = self.requests.saturating_add(1);
        let access = Access { verification_code: Some(true), ..Access::default() };
        let request = Request { id: id(&format!("seed-{}", self.requests))?, at: self.now, actor, access, command };
        let decision = self.center.handle(&request).map_err(|error| error.to_string())?;
        let refused = decision.breaches.iter().chain(decision.rows.iter().flat_map(|row| &row.breaches)).next();
        refused.map_or(Ok(()), |breach| Err(format!("the seed is refused: {breach:?}")))
    }
}

fn id<T: std::str::FromStr<Err = partnerkit::Malformed>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|wrong: partnerkit::Malformed| wrong.to_string())
}

fn cny(amount: &str) -> Result<Money, String> {
    format!("{amount} CNY").parse().map_err(|wrong: partnerkit::Malformed| wrong.to_string())
}
