//! The laws of pairing: each adjustment is one record and two lines, and nothing else is.

use partnerkit::PartnerCenter;
use partnerkit::statement::Direction;

use super::balance_laws::called;
use super::purse::{Purse, spot};
use crate::ledger;
use crate::walk::Kept;
use crate::{hold, laws};

/// Where a transaction has lines: the place, by how much, and what it was.
fn lines_of<'c>(center: &'c PartnerCenter, deal: &'c str) -> impl Iterator<Item = (String, i128, String)> + 'c {
    center.account_book().accounts().flat_map(move |account| {
        let place = called(&account.place);
        account.lines.iter().filter(move |line| line.trade_id.as_str() == deal).map(move |line| {
            let amount = ledger::cents(line.change_amount);
            let change = if line.direction == Direction::Income { amount } else { -amount };
            (place.clone(), change, line.trade_detail_type.name().to_owned())
        })
    })
}

laws! {
    LAWS of Kept<'_, Purse>;

    fn each_adjustment_has_one_record_and_each_record_one_adjustment(step) {
        let records = step.after.adjustment_book().records();
        hold!(records.len() == step.book.handed.len(), "{} records of {} adjustments", records.len(), step.book.handed.len());
        for (record, handed) in records.zip(&step.book.handed) {
            let made = serde_json::to_value(&record.made).unwrap();
            let same = record.made.trans_id.as_str() == handed.deal && spot(&made["from"]) == handed.from && spot(&made["to"]) == handed.to;
            hold!(same && ledger::cents(record.made.amount) == handed.cents && record.operation_time == handed.at, "{record:?} is of {handed:?}");
        }
    }

    fn each_adjustment_has_one_line_on_each_side_and_they_are_opposite(step) {
        let news = &step.book.handed[step.book_before.handed.len()..];
        for handed in news {
            let mut lines: Vec<_> = lines_of(step.after, &handed.deal).collect();
            lines.sort_by_key(|(_, change, _)| *change);
            let [out, into] = lines.as_slice() else { return Err(format!("{handed:?} has the lines {lines:?}")) };
            hold!(out.0 == handed.from && out.1 == -handed.cents, "{handed:?} leaves by {out:?}");
            hold!(into.0 == handed.to && into.1 == handed.cents, "{handed:?} comes by {into:?}");
            hold!(out.2 == into.2, "{handed:?} is {} and {}", out.2, into.2);
        }
    }

    fn each_row_that_is_done_has_a_record_of_its_own(step) {
        let Some(decision) = step.accepted().filter(|decision| !decision.repeated) else { return Ok(()) };
        let asked = serde_json::to_value(&step.request.command).unwrap();
        if !asked["type"].as_str().is_some_and(|name| name.starts_with("adjustment.") && name != "adjustment.begin" && name != "adjustment.end") {
            return Ok(());
        }
        let done: Vec<_> = decision.rows.iter().filter_map(|row| row.id.as_ref().map(ToString::to_string)).collect();
        let news: Vec<_> = step.book.handed[step.book_before.handed.len()..].iter().map(|handed| handed.deal.clone()).collect();
        hold!(done == news, "the rows {done:?} stand for {news:?}");
    }

    fn every_account_keeps_the_lines_that_the_second_books_have(step) {
        if step.number % 4 != 1 {
            return Ok(());
        }
        let lines: usize = step.after.account_book().accounts().map(|account| account.lines.len()).sum();
        let entries: usize = step.book.pages.values().map(Vec::len).sum();
        hold!(lines == entries, "{lines} lines, the second books have {entries}");
        for account in step.after.account_book().accounts() {
            let place = called(&account.place);
            let page = step.book.pages.get(&place).map_or(&[][..], Vec::as_slice);
            hold!(account.lines.len() == page.len(), "{place} has {} lines, the second books {}", account.lines.len(), page.len());
            for (line, entry) in account.lines.iter().zip(page) {
                let (amount, income) = (ledger::cents(line.change_amount), line.direction == Direction::Income);
                hold!(amount >= 0 && (if income { amount } else { -amount }) == entry.change, "{place}: {line:?} is {entry:?}");
                hold!(ledger::cents(line.balance_after) == entry.then && line.trade_id.as_str() == entry.deal, "{place}: {line:?} is {entry:?}");
                hold!(line.trade_detail_type.name() == entry.what, "{place}: {line:?} is {entry:?}");
                hold!(line.counterpart.is_some() == entry.about.is_some(), "{place}: {line:?} is about {:?}", entry.about);
            }
        }
    }
}
