#include <gtest/gtest.h>

#include "entities_fixture.h"
#include "gazetteer/find.h"

namespace pullquote::entities {
namespace {

// What is found with these names known: "Acme Corporation/ORG#Q1: Acme, ACME".
std::string entities(std::string_view article,
                     const std::vector<std::pair<GazetteerEntry, std::vector<std::string>>>& known,
                     bool boilerplate = false) {
  GazetteerBuilder builder;
  for (const auto& [entry, names] : known) {
    const auto number = builder.add_entry(entry);
    for (const auto& name : names) builder.add_name(number, name);
  }
  const auto gazetteer = std::move(builder).build();
  const text::Text text(article);
  const auto tokens = tokens::analyse(text);
  const auto matches = gazetteer::find(gazetteer, tokens);
  const auto linked = find(tokens, test_words(tokens), parse(tokens), test_knowledge(), boilerplate, matches);
  std::string out;
  for (const auto& entity : linked.entities) {
    if (!out.empty()) out += " | ";
    out += entity.name + '/' + std::string(name_of(entity.label, kLabelNames));
    if (entity.external_id) out += '#' + *entity.external_id;
    out += ':';
    for (const auto m : entity.mentions) {
      const auto range = linked.mentions[m].tokens;
      out += (out.back() == ':' ? " " : ", ") +
             std::string(text.view({tokens.tokens[range.first].begin, tokens.tokens[range.last - 1].end}));
      EXPECT_EQ(linked.mentions[m].label, entity.label);
    }
  }
  return out;
}

TEST(Known, NamesWinOverTheOnesFoundHere) {
  EXPECT_EQ(entities("Shares of Mr Costa fell.", {}), "Costa/PERSON: Costa");
  EXPECT_EQ(entities("Shares of Mr Costa fell.", {{{Label::kOrg, "Costa Coffee", "Q1"}, {"Costa"}}}),
            "Costa Coffee/ORG#Q1: Costa");
  EXPECT_EQ(entities("He met Ana Reyes in Lima.", {{{Label::kProduct, "", ""}, {"Reyes in"}}}),
            "Reyes in/PRODUCT: Reyes in | Lima/LOC: Lima");
  EXPECT_EQ(entities("They sell the zorbly 3000 here.", {{{Label::kProduct, "", "z"}, {"zorbly 3000"}}}),
            "zorbly 3000/PRODUCT#z: zorbly 3000");
}

TEST(Known, NamesOfOneEntryAreOneEntity) {
  const std::vector<std::pair<GazetteerEntry, std::vector<std::string>>> known = {
      {{Label::kOrg, "International Ribbon Works", "Q7"}, {"International Ribbon Works", "Big Bow", "IRW"}},
  };
  EXPECT_EQ(entities("Big Bow grew. The IRW said so. Then Big Bow shrank.", known),
            "International Ribbon Works/ORG#Q7: Big Bow, IRW, Big Bow");
}

TEST(Known, EntriesStayApartWhateverTheirNames) {
  const std::vector<std::pair<GazetteerEntry, std::vector<std::string>>> known = {
      {{Label::kPerson, "Juan Reyes (mayor)", "1"}, {"Juan Reyes"}},
      {{Label::kPerson, "Reyes (poet)", "2"}, {"Reyes"}},
  };
  EXPECT_EQ(entities("Juan Reyes read. Reyes wrote.", known),
            "Juan Reyes (mayor)/PERSON#1: Juan Reyes | Reyes (poet)/PERSON#2: Reyes");
}

TEST(Known, TakeAlongWhatIsLinkedToThem) {
  EXPECT_EQ(entities("Juan Reyes spoke. Reyes laughed. He left.", {{{Label::kPerson, "", "7"}, {"Juan Reyes"}}}),
            "Juan Reyes/PERSON#7: Juan Reyes, Reyes, He");
}

TEST(Known, NamesInBoilerplateCountOnlyWhereThatIsAskedFor) {
  const std::string article = "Ana Reyes spoke in Lima on the river today.\n\nRead more: Zorb wins the cup\n";
  const std::vector<std::pair<GazetteerEntry, std::vector<std::string>>> known = {{{Label::kOrg, "", "z"}, {"Zorb"}}};
  EXPECT_EQ(entities(article, known).find("Zorb"), std::string::npos);
  EXPECT_NE(entities(article, known, true).find("Zorb/ORG#z"), std::string::npos);
}

}  // namespace
}  // namespace pullquote::entities
