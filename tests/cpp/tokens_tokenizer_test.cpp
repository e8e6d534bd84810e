#include <gtest/gtest.h>

#include "tokens_printer.h"

namespace pullquote::tokens {
namespace {

struct WordsCase {
  std::string_view text;
  std::string_view words;
};

class Words : public testing::TestWithParam<WordsCase> {};

TEST_P(Words, AreSplit) { EXPECT_EQ(print_words(*Analysed(GetParam().text)), GetParam().words); }

INSTANTIATE_TEST_SUITE_P(
    Clitics, Words,
    testing::Values(WordsCase{"Okafor's aides wouldn't talk.", "Okafor|'s|aides|would|n't|talk|."},
                    WordsCase{"They cannot, can't and won't.", "They|can|not|,|ca|n't|and|wo|n't|."},
                    WordsCase{"I'm sure she'd've gone", "I|'m|sure|she|'d|'ve|gone"},
                    WordsCase{"the miners’ strike", "the|miners|’|strike"}, WordsCase{"DON'T PANIC", "DO|N'T|PANIC"},
                    WordsCase{"O'Hara's d'état o'clock", "O'Hara|'s|d'état|o'clock"},
                    WordsCase{"the U.S.'s and 1990's", "the|U.S.|'s|and|1990|'s"},
                    WordsCase{"Okafor 's aides did n't", "Okafor|'s|aides|did|n't"},
                    WordsCase{"gonna gotta", "gon|na|got|ta"}));

INSTANTIATE_TEST_SUITE_P(
    Abbreviations, Words,
    testing::Values(WordsCase{"Mr. Brun met Dr. Oyelaran.", "Mr.|Brun|met|Dr.|Oyelaran|."},
                    WordsCase{"in the U.S. on Jan. 4", "in|the|U.S.|on|Jan.|4"},
                    WordsCase{"Acme Inc. and Bolt Ltd. vs. Crane Co.", "Acme|Inc.|and|Bolt|Ltd.|vs.|Crane|Co."},
                    WordsCase{"at 9 a.m. or 5 p.m. daily", "at|9|a.m.|or|5|p.m.|daily"},
                    WordsCase{"a Ph.D. and an M.Sc in law", "a|Ph.D.|and|an|M.Sc|in|law"},
                    WordsCase{"J.K. Mbeki, J. K. Mbeki, J.Mbeki", "J.K.|Mbeki|,|J.|K.|Mbeki|,|J.|Mbeki"},
                    WordsCase{"Older than I. Sam left.", "Older|than|I|.|Sam|left|."},
                    WordsCase{"It was plan B. The end", "It|was|plan|B|.|The|end"},
                    WordsCase{"No. 5 came. No. Never.", "No.|5|came|.|No|.|Never|."},
                    WordsCase{"see p. 12 and pp. 3-4", "see|p.|12|and|pp.|3-4"},
                    WordsCase{"Lowell, Mass., on Sat. Mass ended.", "Lowell|,|Mass.|,|on|Sat|.|Mass|ended|."},
                    WordsCase{"e.g. this, i.e. that, etc.", "e.g.|this|,|i.e.|that|,|etc."},
                    WordsCase{"Roe v. Wade", "Roe|v.|Wade"}, WordsCase{"Smith et al. wrote", "Smith|et|al.|wrote"},
                    WordsCase{"on Sept.11 it fell.Then rose", "on|Sept.|11|it|fell|.|Then|rose"}));

INSTANTIATE_TEST_SUITE_P(
    Hyphens, Words,
    testing::Values(WordsCase{"oil-rich, 24-year-old ex-minister", "oil|-|rich|,|24|-|year|-|old|ex|-|minister"},
                    WordsCase{"wait -- no—yes – maybe", "wait|--|no|—|yes|–|maybe"},
                    WordsCase{"and... then . . . or…", "and|...|then|.|.|.|or|…"},
                    WordsCase{"AT&T and R&D and A & B", "AT&T|and|R&D|and|A|&|B"},
                    WordsCase{"and/or his/her", "and|/|or|his|/|her"}, WordsCase{"What?! No!!", "What|?!|No|!!"}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, Words,
    testing::Values(WordsCase{"a $120-million fund, €3bn, Rs 5", "a|$|120|-|million|fund|,|€|3|bn|,|Rs|5"},
                    WordsCase{"US$1,000.50 or 12,50,000", "US|$|1,000.50|or|12,50,000"},
                    WordsCase{"in 2019,20 died", "in|2019|,|20|died"},
                    WordsCase{"3.5% at 10:30, the 20th", "3.5|%|at|10:30|,|the|20th"},
                    WordsCase{"the 1990s and '90s", "the|1990s|and|'90s"},
                    WordsCase{"2021-22, won 3-0, 24/7", "2021-22|,|won|3-0|,|24/7"},
                    WordsCase{"10km at 9am in 3D", "10|km|at|9am|in|3D"}, WordsCase{"hit .265 today", "hit|.265|today"},
                    WordsCase{"COVID-19 and G20", "COVID|-|19|and|G20"},
                    WordsCase{"1. First point", "1.|First|point"}));

INSTANTIATE_TEST_SUITE_P(Addresses, Words,
                         testing::Values(WordsCase{"see https://a.example/b?c=d#e, then",
                                                   "see|https://a.example/b?c=d#e|,|then"},
                                         WordsCase{"(www.example.org/x_(y)).", "(|www.example.org/x_(y)|)|."},
                                         WordsCase{"mail ann.lee@news.example.com.", "mail|ann.lee@news.example.com|."},
                                         WordsCase{"at example.com/news today", "at|example.com/news|today"},
                                         WordsCase{"Parcel.com Inc. said", "Parcel.com|Inc.|said"},
                                         WordsCase{"read budget.pdf now", "read|budget.pdf|now"},
                                         WordsCase{"@ann_lee on #FreeSpeech and #1", "@ann_lee|on|#FreeSpeech|and|#|1"},
                                         WordsCase{"it ended.com", "it|ended.com"},
                                         WordsCase{"he left.she stayed", "he|left|.|she|stayed"}));

INSTANTIATE_TEST_SUITE_P(Scripts, Words,
                         testing::Values(WordsCase{"Łódź’s Nuñez-Élan", "Łódź|'s|Nuñez|-|Élan"},
                                         WordsCase{"go 👍🏽 now", "go|👍🏽|now"},
                                         WordsCase{"₹500 crore", "₹|500|crore"},
                                         WordsCase{"Привет, мир.", "Привет|,|мир|."}, WordsCase{"", ""},
                                         WordsCase{" \n\t ", ""}));

struct KindsCase {
  std::string_view text;
  std::string_view kinds;
};

class Kinds : public testing::TestWithParam<KindsCase> {};

TEST_P(Kinds, AreRecognised) { EXPECT_EQ(print_kinds(*Analysed(GetParam().text)), GetParam().kinds); }

INSTANTIATE_TEST_SUITE_P(All, Kinds,
                         testing::Values(KindsCase{"Ann's 3 \"dogs\" ran.", "wcnqwqwp"}, KindsCase{"$5 % 👍", "snss"},
                                         KindsCase{"http://a.co @b #c d@e.org", "uhtu"},
                                         KindsCase{"Parcel.com bit.ly/x", "wu"},
                                         KindsCase{"the boys' 6'2\"", "wwcnsns"},
                                         KindsCase{"goin' o' 'tis '90s", "wwwn"}));

TEST(TokenFlags, Case) {
  const Analysed text("Ann NATO A U.S. iPhone élan Élan");
  std::string upper;
  std::string all_upper;
  for (const Token& token : text->tokens) {
    upper += token.upper ? '1' : '0';
    all_upper += token.all_upper ? '1' : '0';
  }
  EXPECT_EQ(upper, "1111001");
  EXPECT_EQ(all_upper, "0101000");
}

TEST(TokenFlags, SpaceBefore) {
  const Analysed text("Ann's \"dog\"\nran.");
  std::string spaces;
  for (const Token& token : text->tokens) spaces += token.space_before ? '1' : '0';
  EXPECT_EQ(spaces, "1010010");
}

TEST(TokenSpans, NameTheCallersText) {
  const Analysed text("Él said \u201CNo\u201D &amp; left");
  EXPECT_EQ(text->word(3), "No");
  EXPECT_EQ(text->span({3, 4}), (Span{9, 11}));
}

}  // namespace
}  // namespace pullquote::tokens
