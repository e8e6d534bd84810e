#include <gtest/gtest.h>

#include "tokens_printer.h"

namespace pullquote::tokens {
namespace {

constexpr std::string_view kBody =
    "The harbour authority of Port Salin closed two of its five piers on Monday, and it said that the work would take "
    "months.";

// The kind of one block that stands between two paragraphs of prose.
std::string kind_between(std::string_view block) {
  const std::string text = std::string(kBody) + "\n\n" + std::string(block) + "\n\n" + std::string(kBody);
  const Analysed analysed(text);
  EXPECT_EQ(analysed->sections.size(), 3u) << block;
  return std::string(name_of(analysed->sections[1].kind, kSectionKindNames));
}

class Boilerplate : public testing::TestWithParam<std::string_view> {};
TEST_P(Boilerplate, IsMarked) { EXPECT_EQ(kind_between(GetParam()), "boilerplate"); }
INSTANTIATE_TEST_SUITE_P(
    Lines, Boilerplate,
    testing::Values("More news: Ferry line wins \"best crew\" award", "Read more: What the pier closure means",
                    "READ: Ferry fares to rise", "ALSO READ Mayor opens new ferry dock", "Also see",
                    "Related:", "Share on Facebook", "Tweet", "Share 12", "Follow us on Twitter @salinpost",
                    "Follow Ann Lee on Twitter @annlee.", "Sign up for our newsletter.",
                    "Subscribe now to get the weekend edition", "Click here to read the full report.", "Advertisement",
                    "Copyright © 2019 Salin Post. All rights reserved.", "Copyright 2019 Salin Post",
                    "© 2019 Salin Post", "This story has been corrected to show that the pier closed on Monday.",
                    "Continue reading the main story", "Read the rest here.", "Loading…", "Comments (12)",
                    "We use cookies to improve your visit.", "Leave a comment", "Updated: July 18, 2022 5:36 pm",
                    "[Read more: What the pier closure means]", "• Read more: What the pier closure means",
                    "https://post.example/2019/piers", "Don’t miss: The ferry guide", "Harbour | Ferries | Port Salin",
                    "___", "Sign in to comment"));

class Prose : public testing::TestWithParam<std::string_view> {};
TEST_P(Prose, IsKept) { EXPECT_EQ(kind_between(GetParam()), "paragraph"); }
INSTANTIATE_TEST_SUITE_P(
    Lines, Prose,
    testing::Values("More news is expected when the council meets on Friday.",
                    "Related work on the north pier was finished in May.",
                    "Share prices of the ferry line fell by 3 percent.", "Read as a whole, the report blames nobody.",
                    "Follow the money, the mayor said.", "By Monday the piers had emptied.",
                    "Published in 2017, the plan was never used.",
                    "Photo opportunities were cancelled, the mayor said.", "Watch out for the tide, he said.",
                    "\"Sign up for our cause,\" she told the crowd. \"Sign up for it today.\"", "Print sales rose.",
                    "Updated figures are due in May.", "On Jan. 4 - a day before the vote - the piers had reopened.",
                    "The piers were open - and busy - for most of the year.",
                    "Bo Roy – the mayor of Port Salin – was angry.", "Trump: We did it.",
                    "Copyright law protects the plan.", "Loading docks on the river were closed too.",
                    "The picture: a mess.", "\"No,\" he said."));

class Captions : public testing::TestWithParam<std::string_view> {};
TEST_P(Captions, AreMarked) { EXPECT_EQ(kind_between(GetParam()), "caption"); }
INSTANTIATE_TEST_SUITE_P(
    Lines, Captions,
    testing::Values("Photo: Ann Lee", "FILE PHOTO: Ferries wait at a pier in Port Salin, May 2, 2018.",
                    "Image caption The north pier has been closed since May", "Photograph by Ann Lee",
                    "Ferries wait at a pier. (Getty Images)", "Ann Lee via Getty Images",
                    "FILE - In this May 2 file photo, ferries wait at a pier.", "(Photo by Ann Lee)",
                    "Ferries wait at a pier. Picture: Ann Lee/Salin Post", "Ferries wait | Photo: Ann Lee"));

class Bylines : public testing::TestWithParam<std::string_view> {};
TEST_P(Bylines, AreMarked) { EXPECT_EQ(kind_between(GetParam()), "byline"); }
INSTANTIATE_TEST_SUITE_P(Lines, Bylines,
                         testing::Values("By Ann Lee", "By Ann Lee and Bo Roy, Salin Post",
                                         "By Ann Lee, Chief Harbour Correspondent of the Post",
                                         "Reporting by Ann Lee; Editing by Bo Roy",
                                         "(Additional reporting by Ann Lee in Quito)", "Ann Lee, Staff Writer",
                                         "Ann Lee contributed to this report.", "Reuters"));

struct DatelineCase {
  std::string_view text;
  std::string_view dateline;  // empty: none
};

class Datelines : public testing::TestWithParam<DatelineCase> {};
TEST_P(Datelines, AreCutOff) {
  const std::string rest =
      " The harbour authority closed two of its five piers on Monday, and said that work would take months.";
  const std::string text = std::string(GetParam().text) + rest + "\n\n" + std::string(kBody);
  const Analysed analysed(text);
  const Section& first = analysed->sections.front();
  EXPECT_EQ(first.kind == SectionKind::kDateline ? print_text(*analysed, first.tokens) : "", GetParam().dateline);
}
INSTANTIATE_TEST_SUITE_P(
    Openings, Datelines,
    testing::Values(DatelineCase{"PARIS (Reuters) -", "PARIS (Reuters) -"},
                    DatelineCase{"LONDON, Jan 4 —", "LONDON, Jan 4 —"}, DatelineCase{"WASHINGTON —", "WASHINGTON —"},
                    DatelineCase{"BEIJING (AP) _", "BEIJING (AP) _"}, DatelineCase{"New Delhi:", "New Delhi:"},
                    DatelineCase{"LAKE CITY, Fla., Aug. 10 (UPI) —", "LAKE CITY, Fla., Aug. 10 (UPI) —"},
                    DatelineCase{"PORT-AU-PRINCE, Haiti --", "PORT-AU-PRINCE, Haiti --"},
                    DatelineCase{"Cape Town –", "Cape Town –"},
                    DatelineCase{"NAIROBI, 4 June 2021 (IPS) -", "NAIROBI, 4 June 2021 (IPS) -"},
                    DatelineCase{"The Hague (AFP) –", "The Hague (AFP) –"}, DatelineCase{"On Jan. 4 -", ""},
                    DatelineCase{"MINDELO, Cape Verde (Island Wire) -", "MINDELO, Cape Verde (Island Wire) -"},
                    DatelineCase{"(Reuters) -", "(Reuters) -"}, DatelineCase{"Trump:", ""},
                    DatelineCase{"UPDATE —", ""}, DatelineCase{"The mayor —", ""},
                    DatelineCase{"Bo Roy – the mayor of Port Salin –", ""}));

TEST(Sections, WholeArticle) {
  const Analysed text(
      "Storm nears Port Salin\n"
      "By Ann Lee\n"
      "PORT SALIN (AP) - A storm moved towards the coast on Monday, the weather office said.\n"
      "\n"
      "FILE PHOTO: A pier in Port Salin.\n"
      "\n"
      "\"Stay at home,\" mayor Bo Roy said. \"It will be bad.\"\n"
      "\n"
      "Related:\n"
      "Ferry Line Stops All Crossings\n"
      "Schools Close Early\n"
      "\n"
      "Nobody was hurt. (Reporting by Ann Lee; Editing by Bo Roy)\n");
  EXPECT_EQ(print_sections(*text),
            "headline: Storm nears Port Salin\n"
            "byline: By Ann Lee\n"
            "dateline: PORT SALIN (AP) -\n"
            "paragraph: A storm moved towards the coast on Monday, the weather office said.\n"
            "caption: FILE PHOTO: A pier in Port Salin.\n"
            "paragraph: \"Stay at home,\" mayor Bo Roy said. \"It will be bad.\"\n"
            "boilerplate: Related:\n"
            "boilerplate: Ferry Line Stops All Crossings\n"
            "boilerplate: Schools Close Early\n"
            "paragraph: Nobody was hurt.\n"
            "byline: (Reporting by Ann Lee; Editing by Bo Roy)\n");
}

TEST(Sections, HardWrapsAreOneParagraph) {
  const Analysed text(
      "The harbour authority of Port Salin closed two of its\n"
      "five piers on Monday, and it said that the work would\n"
      "take months.\n"
      "Ferries will use the other three, the authority said in\n"
      "a statement.\n");
  EXPECT_EQ(print_sections(*text),
            "paragraph: The harbour authority of Port Salin closed two of its five piers on Monday, and it said that "
            "the work "
            "would take months.\n"
            "paragraph: Ferries will use the other three, the authority said in a statement.\n");
}

TEST(Sections, SingleBreaksBetweenSentencesAreParagraphs) {
  const Analysed text("The piers closed on Monday.\nNobody was told.\nThe mayor was angry.");
  EXPECT_EQ(print_sections(*text),
            "paragraph: The piers closed on Monday.\nparagraph: Nobody was told.\nparagraph: The mayor was angry.\n");
}

TEST(Sections, OneBlockIsAParagraph) {
  EXPECT_EQ(print_sections(*Analysed("Advertisement")), "paragraph: Advertisement\n");
  EXPECT_EQ(print_sections(*Analysed("Storm Nears Port Salin")), "paragraph: Storm Nears Port Salin\n");
}

TEST(Sections, ALabelAloneDoesNotHideTheParagraphsBelowIt) {
  const Analysed text(std::string(kBody) + "\n\nRelated:\n\n\"We lost,\" he said.\n\nPrices rose again.");
  EXPECT_EQ(text->sections[2].kind, SectionKind::kParagraph);
  EXPECT_EQ(text->sections[3].kind, SectionKind::kParagraph);
}

}  // namespace
}  // namespace pullquote::tokens
