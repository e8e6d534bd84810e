#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "entities_fixture.h"

namespace pullquote::entities {
namespace {

using testing::ElementsAre;
using testing::FloatNear;

struct Case {
  const char* what;
  const char* article;
  const char* clusters;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.what; }

class Linking : public testing::TestWithParam<Case> {};

TEST_P(Linking, GroupsMentions) { EXPECT_EQ(Found(GetParam().article).clusters(), GetParam().clusters); }

INSTANTIATE_TEST_SUITE_P(
    People, Linking,
    testing::Values(Case{"surname after", "They met Ana Reyes. Later Reyes said so.", "Ana Reyes: Ana Reyes, Reyes"},
                    Case{"surname before", "It was Reyes. Later Ana Reyes said so.", "Ana Reyes: Reyes, Ana Reyes"},
                    Case{"a title before the surname", "They met Pedro Costa. Later Mr Costa said so.",
                         "Pedro Costa: Pedro Costa, Costa"},
                    Case{"the most recent of two",
                         "They met Ana Reyes. Then Reyes said so. They met Pedro Reyes. Then Reyes said so.",
                         "Ana Reyes: Ana Reyes, Reyes | Pedro Reyes: Pedro Reyes, Reyes"},
                    Case{"titles keep two apart",
                         "They met Bill Clinton and Hillary Clinton. Mr Clinton said so. Mrs Clinton said so.",
                         "Bill Clinton: Bill Clinton, Clinton | Hillary Clinton: Hillary Clinton, Clinton"},
                    Case{"initials and missing middle names", "They met Pedro A. Costa. Later Pedro Costa said so.",
                         "Pedro A. Costa: Pedro A. Costa, Pedro Costa"},
                    Case{"family name first", "They met Park Shin-wook. Later Park said so.",
                         "Park Shin-wook: Park Shin-wook, Park"}));

INSTANTIATE_TEST_SUITE_P(
    OtherNames, Linking,
    testing::Values(Case{"names of a country", "The United States, the U.S., the US and the USA are one.",
                         "United States: United States, U.S., US, USA"},
                    Case{"the usual name wins", "He lives in the United Kingdom. The UK is an island.",
                         "United Kingdom: United Kingdom, UK"},
                    Case{"a nationality is not its country", "The Peruvian Navy left Peru. Peruvians waved.",
                         "Peruvian: Peruvian, Peruvians | Navy: Navy | Peru: Peru"},
                    Case{"acronym in brackets", "He left the Wexcombe Trade Council (WTC). Later the WTC said so.",
                         "Wexcombe Trade Council: Wexcombe Trade Council, WTC, WTC"},
                    Case{"acronym by initials", "He left the Wexcombe Trade Council. Later the WTC said so.",
                         "Wexcombe Trade Council: Wexcombe Trade Council, WTC"},
                    Case{"first word of a company",
                         "The carmaker Toyota Motor Corporation said profits rose. Toyota also said that sales grew.",
                         "Toyota Motor Corporation: Toyota Motor Corporation, Toyota"},
                    Case{"a body of a body",
                         "The UN left. The U.N. Trade Council met. The United Nations Trade Council met.",
                         "UN: UN | United Nations Trade Council: U.N. Trade Council, United Nations Trade Council"},
                    Case{"end of an organisation", "He left the U.S. State Department. The State Department said so.",
                         "U.S.: U.S. | State Department: State Department, State Department"},
                    Case{"the same day", "He came on Monday and left on Monday.", "Monday: Monday, Monday"}));

INSTANTIATE_TEST_SUITE_P(
    Pronouns, Linking,
    testing::Values(
        Case{"nearest of the gender", "Ana Reyes met Pedro Costa. He smiled. She did not.",
             "Ana Reyes: Ana Reyes, She | Pedro Costa: Pedro Costa, He"},
        Case{"the subject before the object", "Pedro Costa called Juan Reyes. He was late.",
             "Pedro Costa: Pedro Costa, He | Juan Reyes: Juan Reyes"},
        Case{"a role word tells the gender", "They met spokeswoman Zuzu Wexcombe and Pedro Costa. She smiled.",
             "Zuzu Wexcombe: Zuzu Wexcombe, She | Pedro Costa: Pedro Costa"},
        Case{"before the name", "In her speech, Ana Reyes said so.", "Ana Reyes: her, Ana Reyes"},
        Case{"a clause before the name", "Pedro Costa left. Asked whether he would stay, Juan Reyes smiled.",
             "Pedro Costa: Pedro Costa | Juan Reyes: he, Juan Reyes"},
        Case{"a nameless person keeps the pronoun", "They met Pedro Costa. Then the man smiled. He left.",
             "Pedro Costa: Pedro Costa | the man: the man, He"},
        Case{"nobody fits", "She left early.", ""},
        Case{"only the headline names him",
             "The men behind Costa\n\nDuring his speech, he spoke about prices for an hour and then left the room.\n",
             "Costa: Costa, his, he"}));

INSTANTIATE_TEST_SUITE_P(
    Nominals, Linking,
    testing::Values(
        Case{"a role names its bearer", "They met President Pedro Costa in Lima. The president smiled.",
             "Pedro Costa: Pedro Costa, The president | Lima: Lima"},
        Case{"another role does not", "They met President Pedro Costa in Lima. The minister smiled.",
             "Pedro Costa: Pedro Costa | Lima: Lima"},
        Case{"the deputy is somebody else", "They met vice president Pedro Costa. The president smiled.",
             "Pedro Costa: Pedro Costa"},
        Case{"what is said more must be in the role",
             "They met opposition leader Pedro Costa. The opposition leader smiled. The union leader did not.",
             "Pedro Costa: Pedro Costa, The opposition leader"},
        Case{"the gender must fit", "They met chairwoman Ana Reyes. The chairman smiled.", "Ana Reyes: Ana Reyes"},
        Case{"a pronoun keeps somebody without a name", "A nurse came in. She smiled. The nurse left.",
             "A nurse: A nurse, She, The nurse"},
        Case{"nobody refers to the nurse", "A nurse came in.", ""},
        Case{"several people are not he", "The nurses came in. She smiled.", ""},
        Case{"one brother of one man", "Pedro Costa left. His brother stayed. He smiled. His brother did not.",
             "Pedro Costa: Pedro Costa, His, His | His brother: His brother, He, His brother"},
        Case{"a body by its head", "They left the State Department. The department said so.",
             "State Department: State Department, The department"},
        Case{"a body by its first head",
             "They left the Ministry of Health. The ministry said so. The health ministry said more.",
             "Ministry of Health: Ministry of Health, The ministry, The health ministry"},
        Case{"another ministry", "They left the Ministry of Health. The defence ministry said so.",
             "Ministry of Health: Ministry of Health"},
        Case{"a company", "They left Acme Holdings Ltd in Lima. The company said so.",
             "Acme Holdings Ltd: Acme Holdings Ltd, The company | Lima: Lima"},
        Case{"any company", "They left Acme Holdings Ltd in Lima. A company said so.",
             "Acme Holdings Ltd: Acme Holdings Ltd | Lima: Lima"}));

struct RoleCase {
  const char* article;
  const char* person;
  const char* role;
  const char* affiliation;
};

void PrintTo(const RoleCase& c, std::ostream* out) { *out << c.article; }

class Roles : public testing::TestWithParam<RoleCase> {};

TEST_P(Roles, AreFound) {
  const Found found(GetParam().article);
  EXPECT_EQ(found.role(GetParam().person), GetParam().role);
  EXPECT_EQ(found.affiliation(GetParam().person), GetParam().affiliation);
}

INSTANTIATE_TEST_SUITE_P(
    All, Roles,
    testing::Values(
        RoleCase{"But Toyota spokesman Pedro Costa said no.", "Pedro Costa", "Toyota spokesman", "Toyota"},
        RoleCase{"They met U.S. Secretary of State Pedro Costa.", "Pedro Costa", "U.S. Secretary of State", "U.S."},
        RoleCase{"They met Peru's President Pedro Costa.", "Pedro Costa", "Peru's President", "Peru"},
        RoleCase{"They met Peruvian opposition leader Pedro Costa.", "Pedro Costa", "Peruvian opposition leader", ""},
        RoleCase{"Foreign Minister and Deputy PM Pedro Costa wrote.", "Pedro Costa", "Foreign Minister and Deputy PM",
                 ""},
        RoleCase{"They met Culture Minister Ana Reyes.", "Ana Reyes", "Culture Minister", ""},
        RoleCase{"Ana Reyes, a nurse from Cusco, said so.", "Ana Reyes", "nurse from Cusco", "Cusco"},
        RoleCase{"Ana Reyes, 34, president of Acme, said so.", "Ana Reyes", "president of Acme", "Acme"},
        RoleCase{"Ana Reyes, the bank's chief economist, said so.", "Ana Reyes", "bank's chief economist", ""},
        RoleCase{"The bank's chief economist, Ana Reyes, said so.", "Ana Reyes", "bank's chief economist", ""},
        RoleCase{"Mr Costa, Ana Reyes and others left.", "Ana Reyes", "", ""},
        RoleCase{"Then Dr Ana Reyes said so.", "Ana Reyes", "", ""},
        RoleCase{"They met the quickly chosen Ana Reyes.", "Ana Reyes", "", ""}));

TEST(Entities, KeepTheirOtherNames) {
  const Found found("The US won. The United States, as the U.S. calls itself, won. The US again.");
  const auto* country = found.entity("United States");
  ASSERT_NE(country, nullptr);
  EXPECT_THAT(country->aliases, ElementsAre("US", "U.S."));
}

TEST(Salience, SharesOneWholeAndFavoursTheHeadline) {
  const Found found(
      "Ana Reyes wins in Peru\n\nOn Monday, Ana Reyes met Pedro Costa in Kenya and spoke about trade for a while.\n");
  const auto shares = salience(found.tokens(), found.linked());
  float total = 0;
  std::size_t best = 0;
  for (std::size_t e = 0; e < shares.size(); ++e) {
    total += shares[e];
    if (shares[e] > shares[best]) best = e;
  }
  EXPECT_THAT(total, FloatNear(1, 1e-4F));
  EXPECT_EQ(found.linked().entities[best].name, "Ana Reyes");
}

}  // namespace
}  // namespace pullquote::entities
