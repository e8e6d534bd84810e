#include <gtest/gtest.h>

#include "values_fixture.h"

namespace pullquote::values {
namespace {

struct Case {
  const char* article;
  const char* value;
};

// The day of publication is Friday, 25 January 2019.
TEST(Dates, AreReadOnTheirOwn) {
  const Case cases[] = {
      {"on [January 23, 2019]", "date 2019-01-23"},
      {"on [Jan. 23, 2019]", "date 2019-01-23"},
      {"on [23 January 2019]", "date 2019-01-23"},
      {"on [23rd of January, 2019]", "date 2019-01-23"},
      {"on [the 23rd day of January, 2019]", "date 2019-01-23"},
      {"on [Wednesday, Jan. 23, 2019]", "date 2019-01-23"},
      {"on [Wednesday the 23rd of January 2019]", "date 2019-01-23"},
      {"on [Tuesday 22/01/2019]", "date 2019-01-22"},
      {"on [2019-01-23]", "date 2019-01-23"},
      {"on [23.01.2019]", "date 2019-01-23"},
      {"on [1/23/2019]", "date 2019-01-23"},
      {"on [31/12/18]", "date 2018-12-31"},
      {"on [Jan.23 2019]", "date 2019-01-23"},
      {"at [3 p.m. on January 23, 2019]", "date 2019-01-23"},
      {"on [the evening of July 4, 1976]", "date 1976-07-04"},
      {"on [February 29, 2020]", "date 2020-02-29"},
      {"on [February 29, 2019]", "date ?"},
      {"on [February 31]", "date ?"},
      {"in [August 2017]", "month 2017-08"},
      {"in [November of 2017]", "month 2017-11"},
      {"in [Sept. 2017]", "month 2017-09"},
      {"in [April, 2017]", "month 2017-04"},
      {"in [early January 2017]", "month 2017-01"},
      {"in [mid-2018]", "year 2018"},
      {"in [2017]", "year 2017"},
      {"in [the year 1066]", "year 1066"},
      {"in [FY2017]", "year 2017"},
      {"in [the 1990s]", "decade 199X"},
      {"in [the '90s]", "decade 199X"},
      {"in [the nineties]", "decade 199X"},
      {"in [the 1990's]", "decade 199X"},
      {"in [the late 2000s]", "decade 200X"},
      {"in [the 19th century]", "century 18XX"},
      {"in [the XIX century]", "century 18XX"},
      {"in [the twenty-first century]", "century 20XX"},
      {"in [the 1800s]", "century 18XX"},
      {"in [the third quarter of 2018]", "quarter 2018-35"},
      {"in [3Q2018]", "quarter 2018-35"},
      {"in [Q1 2018]", "quarter 2018-33"},
      {"in [the summer of 2018]", "season 2018-22"},
      {"in [fall 2018]", "season 2018-23"},
      {"on [Christmas Day 2018]", "date 2018-12-25"},
      {"on [New Year's Eve, 1999]", "date 1999-12-31"},
      {"in [Ramadan]", "none"},
      {"on [that fateful day]", "none"},
      {"[Covid-19]", "none"},
  };
  for (const auto& [article, value] : cases) EXPECT_EQ(date_of(article), value) << article;
}

TEST(Dates, AreCountedFromTheDayOfPublication) {
  const Case cases[] = {
      {"He left [today].", "date 2019-01-25"},
      {"He left [yesterday].", "date 2019-01-24"},
      {"He leaves [tomorrow].", "date 2019-01-26"},
      {"He left [last night].", "date 2019-01-24"},
      {"He left [this morning].", "date 2019-01-25"},
      {"He left [last week].", "week 2019-W03"},
      {"He left [last month].", "month 2018-12"},
      {"He left [last year].", "year 2018"},
      {"He will leave [next year].", "year 2020"},
      {"He left [this week].", "week 2019-W04"},
      {"He left in [the last quarter].", "quarter 2018-36"},
      {"Most of [the past decade] was wet.", "decade 200X"},
      {"He left [five days ago].", "date 2019-01-20"},
      {"He left [two weeks ago].", "week 2019-W02"},
      {"He left [three months ago].", "month 2018-10"},
      {"He left [two years ago].", "year 2017"},
      {"He left [twenty-one years ago].", "year 1998"},
      {"He left [two years] ago.", "year 2017"},
      {"He left [a decade ago].", "year 2009"},
      {"He left [12,000 years ago].", "none"},
      {"He spent [the past five years] there.", "range 2014-01-25/2019-01-25"},
      {"He spent [the last 24 hours] there.", "range 2019-01-24/2019-01-25"},
      {"In [the next two weeks] he will leave.", "range 2019-01-25/2019-02-08"},
      {"He left [last weekend].", "range 2019-01-19/2019-01-20"},
      {"He stayed [two years].", "duration P2Y"},
      {"He stayed [a week].", "duration P1W"},
      {"He stayed [36 hours].", "duration PT36H"},
      {"He stayed [two decades].", "duration P20Y"},
      {"A [24-year-old] stayed.", "duration P24Y"},
      {"He comes [every Friday].", "recurring R/P1W"},
      {"He comes on [Fridays].", "recurring R/P1W"},
      {"He comes [every two years].", "recurring R/P2Y"},
      {"He comes [every other week].", "recurring R/P2W"},
      {"He comes [annually].", "recurring R/P1Y"},
      {"He left [last May].", "month 2018-05"},
      {"He left last [May].", "month 2018-05"},
      {"He left [last January].", "month 2018-01"},
      {"He will leave [next January].", "month 2020-01"},
      {"He left [last summer].", "season 2018-22"},
  };
  for (const auto& [article, value] : cases) EXPECT_EQ(date_of(article), value) << article;
}

TEST(Dates, LookBackUnlessTheVerbsLookAhead) {
  const Case cases[] = {
      {"He said [Wednesday] that it rained.", "date 2019-01-23"},
      {"He was shot on [Friday].", "date 2019-01-25"},
      {"He was shot on [Friday night].", "date 2019-01-25"},
      {"Rain on [Saturday].", "date 2019-01-19"},
      {"They will meet on [Monday].", "date 2019-01-28"},
      {"The vote is scheduled for [Wednesday].", "date 2019-01-30"},
      {"They are set to meet on [Monday].", "date 2019-01-28"},
      {"The fair opens on [Sunday].", "date 2019-01-27"},
      {"The work must be done by [Monday].", "date 2019-01-28"},
      {"He said they will meet [Monday].", "date 2019-01-28"},
      {"They will meet, he said [Monday].", "date 2019-01-21"},
      {"On [Monday], they will meet.", "date 2019-01-28"},
      {"He left [last Friday].", "date 2019-01-18"},
      {"He leaves [next Friday].", "date 2019-02-01"},
      {"They won on [Jan. 4].", "date 2019-01-04"},
      {"They won on [Dec. 12].", "date 2018-12-12"},
      {"They will play on [Dec. 12].", "date 2019-12-12"},
      {"They will play on [March 3].", "date 2019-03-03"},
      {"They played in [August].", "month 2018-08"},
      {"They will play in [August].", "month 2019-08"},
      {"They played on [February 29].", "date 2016-02-29"},
  };
  for (const auto& [article, value] : cases) EXPECT_EQ(date_of(article), value) << article;
}

TEST(Dates, ReadRangesAndLists) {
  const Case cases[] = {
      {"on [March 3-5, 2018]", "range 2018-03-03/2018-03-05"},
      {"on [March 3–5, 2018]", "range 2018-03-03/2018-03-05"},
      {"on [March 3 to 5, 2018]", "range 2018-03-03/2018-03-05"},
      {"from [3 to 5 March 2018]", "range 2018-03-03/2018-03-05"},
      {"[January 28-February 1, 2018]", "range 2018-01-28/2018-02-01"},
      {"[December 28 to January 3, 2018]", "range 2017-12-28/2018-01-03"},
      {"[between 2010 and 2014]", "range 2010/2014"},
      {"[2010 to 2014]", "range 2010/2014"},
      {"[2009-10]", "range 2009/2010"},
      {"[2009/10]", "range 2009/2010"},
      {"[1999-00]", "range 1999/2000"},
      {"[2009-2013]", "range 2009/2013"},
      {"[the 2009–10 season]", "range 2009/2010"},
      {"[2018-07]", "month 2018-07"},
      {"It ran [from December to April].", "range 2018-12/2019-04"},
      {"It ran [Monday to Wednesday].", "range 2019-01-21/2019-01-23"},
      {"[the first half of 2018]", "range 2018-01/2018-06"},
      {"[since 2014]", "range 2014/.."},
      {"[2 and 12 May 2018]", "list {2018-05-02,2018-05-12}"},
      {"[7th & 10th December 2018]", "list {2018-12-07,2018-12-10}"},
      {"[January and December 2017]", "list {2017-01,2017-12}"},
      {"[May 7, 8 and 9, 2018]", "list {2018-05-07,2018-05-08,2018-05-09}"},
      {"[2014-2010]", "range ?"},
  };
  for (const auto& [article, value] : cases) EXPECT_EQ(date_of(article), value) << article;
}

TEST(Dates, GiveTheirFirstAndLastDay) {
  const Case cases[] = {
      {"on [January 23, 2019]", "2019-01-23 2019-01-23"},
      {"in [February 2020]", "2020-02-01 2020-02-29"},
      {"in [2017]", "2017-01-01 2017-12-31"},
      {"in [the 1990s]", "1990-01-01 1999-12-31"},
      {"in [the third quarter of 2018]", "2018-07-01 2018-09-30"},
      {"in [last week]", "2019-01-14 2019-01-20"},
      {"[between 2010 and 2014]", "2010-01-01 2014-12-31"},
      {"[since 2014]", "2014-01-01 -"},
      {"[2 and 12 May 2018]", "2018-05-02 2018-05-12"},
      {"in [the summer of 2018]", "- -"},
      {"for [two years]", "- -"},
  };
  for (const auto& [article, value] : cases) EXPECT_EQ(days_of(article), value) << article;
}

TEST(Dates, AreLeftOpenWithoutADayToCountFrom) {
  EXPECT_EQ(date_of("He left on [Friday].", ""), "date ?");
  EXPECT_EQ(date_of("He left [last month].", ""), "month ?");
  EXPECT_EQ(date_of("He left on [Jan. 4].", ""), "date ?");
  EXPECT_EQ(date_of("He spent [the past five years] there.", ""), "range ?");
  EXPECT_EQ(date_of("He left on [Jan. 4, 2019].", ""), "date 2019-01-04");
  EXPECT_EQ(date_of("He stayed [two years].", ""), "duration P2Y");
}

TEST(Dates, AreCountedFromTheDatelineWhereNoDayIsGiven) {
  const auto* const article =
      "CARACAS, Jan. 24, 2019 (Reuters) - The mayor of the town said on [Wednesday] that it rained.\n";
  EXPECT_EQ(date_of(article, ""), "date 2019-01-23");
  EXPECT_EQ(date_of(article, "2020-06-10"), "date 2020-06-10") << "the caller knows better";
}

TEST(Dates, InFiguresFollowTheCountryOfTheArticle) {
  EXPECT_EQ(date_of("on [4/6/2018]"), "date ?");
  EXPECT_EQ(date_of("In {Ohio}, {United States}, on [4/6/2018]"), "date 2018-04-06");
  EXPECT_EQ(date_of("In {Kenya} on [4/6/2018]"), "date 2018-06-04");
}

TEST(Dates, StayInsideTheCalendar) {
  EXPECT_EQ(date_of("He left [last week].", "0001-01-01"), "week ?");
  EXPECT_EQ(date_of("He left [yesterday].", "0001-01-01"), "date ?");
  EXPECT_EQ(date_of("He left on [Sunday].", "0001-01-01"), "date ?");
  EXPECT_EQ(date_of("He left on [Monday].", "0001-01-01"), "date 0001-01-01");
  EXPECT_EQ(date_of("He left [900 years ago].", "0900-01-01"), "year ?");
  EXPECT_EQ(date_of("He left on [March 3].", "0001-01-01"), "date ?");
  EXPECT_EQ(date_of("He leaves [tomorrow].", "9999-12-31"), "date ?");
  EXPECT_EQ(date_of("He leaves [next week].", "9999-12-31"), "week ?");
  EXPECT_EQ(date_of("He will leave in [January].", "9999-12-31"), "month ?");
  EXPECT_EQ(date_of("He will stay [the next 999999999 centuries].", "2019-01-25"), "range ?");
}

}  // namespace
}  // namespace pullquote::values
