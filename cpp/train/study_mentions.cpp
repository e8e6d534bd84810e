#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "entities/mention_features.h"
#include "entities/mention_tagger.h"
#include "mention_score.h"
#include "mention_trainer.h"
#include "model/model_file.h"

// What each part of the model of mentions brings, and how well it reads news from where it has learned nothing: trains
// again and again, with something left out each time, and prints a table.

namespace {

using namespace pullquote;
using train::AnnotatedArticle;

constexpr const char* kUsage =
    "usage: study_mentions ablate MODEL TRAIN.jsonl TEST.jsonl   leaves parts of the model and of the articles out\n"
    "       study_mentions regions MODEL TRAIN.jsonl             leaves one part of the world out of the articles\n";

/// Which part of the world the articles of a region of the data come from.
struct Part {
  std::string_view name;
  std::string_view regions;  // with a space on both sides of each
};
constexpr std::array<Part, 6> kParts = {{
    {"Africa", " af afs alg eg et ghana kenya mauritius nm panaf sa "},
    {"Middle East", " iran israel jr kw oman qt saud uae "},
    {"South Asia", " asia bangladesh in pk "},
    {"East and South-East Asia", " cn jp kr mong my th tw "},
    {"Latin America",
     " arg bol chile col cosric cosrica cuba ecuador elsalv guyana hond mex nic pan paraguay peru uruguay ven "},
    {"Canada, Australia, New Zealand", " aus canada nz "},
}};

bool is_in(const Part& part, const std::string& region) {
  return part.regions.find(" " + region + " ") != std::string_view::npos;
}

/// What a model is learned with.
struct Study {
  features::Lexicon lexicon;
  features::Clusters clusters;
  // Learned once: the mean of several runs takes as many times as long, and adds much the same to each row.
  train::MentionOptions options = {.runs = 1};

  [[nodiscard]] std::vector<std::byte> learn(std::vector<AnnotatedArticle> articles) const {
    return train::train_mentions(train::make_examples(std::move(articles), lexicon), clusters, options,
                                 [](const std::string&) {});
  }

  [[nodiscard]] train::MentionScore score(std::span<const std::byte> learned, const std::vector<AnnotatedArticle>& test,
                                          bool second_pass = true) const {
    const entities::MentionModel model(learned);
    train::MentionScore score;
    for (const auto& article : test) {
      const train::AnalysedArticle analysed(article.text, lexicon);
      const entities::MentionFeatures features(analysed.article, clusters, options.without);
      std::vector<train::Marked> found;
      if (second_pass) {
        for (const auto& mention : entities::find_mentions(analysed.article, features, model)) {
          found.push_back({analysed.tokens.span(mention.tokens), mention.label});
        }
      } else {
        const auto candidates = entities::candidates(analysed.article, features, model.gate());
        const auto first = entities::first_pass(analysed.article, features, model.first(), candidates);
        for (const auto& guess : entities::mentions_of(entities::decode(analysed.article, model.first(), first))) {
          found.push_back({analysed.tokens.span(guess.tokens), guess.label});
        }
      }
      score.add(article.text, article.mentions, found);
    }
    return score;
  }
};

void print_head(const char* first) {
  std::printf("| %s | articles | all classes | PERSON/ORG/LOC | boundaries |\n| --- | --- | --- | --- | --- |\n",
              first);
}

void print(std::string_view name, std::size_t articles, const train::MentionScore& score) {
  std::printf("| %.*s | %zu | %.1f | %.1f | %.1f |\n", static_cast<int>(name.size()), name.data(), articles,
              score.all().f1(), score.core().f1(), score.boundaries.f1());
  std::fflush(stdout);
}

void ablate(const Study& whole, const std::vector<AnnotatedArticle>& articles,
            const std::vector<AnnotatedArticle>& test) {
  print_head("left out");
  const auto bytes = whole.learn(articles);
  print("nothing", articles.size(), whole.score(bytes, test));
  print("the second pass", articles.size(), whole.score(bytes, test, false));
  const auto without = [&](std::string_view name, const std::function<void(Study&)>& leave_out) {
    auto study = whole;
    leave_out(study);
    print(name, articles.size(), study.score(study.learn(articles), test));
  };
  using entities::MentionFeatures;
  without("affixes", [](Study& study) { study.options.without = MentionFeatures::kAffixes; });
  without("shapes", [](Study& study) { study.options.without = MentionFeatures::kShapes; });
  without("runs of capitalised words", [](Study& study) { study.options.without = MentionFeatures::kRuns; });
  without("clusters", [](Study& study) { study.clusters = {}; });
  without("the lexicon", [](Study& study) { study.lexicon = {}; });
  without("withholding of features", [](Study& study) { study.options.dropout = 0; });
  without("headlines and capitals", [](Study& study) { study.options.recased = 0; });
  // Every so-manieth article, so that each region keeps its share.
  for (const std::size_t share : {2u, 4u, 8u, 16u, 32u}) {
    std::vector<AnnotatedArticle> some;
    for (std::size_t i = 0; i < articles.size(); i += share) some.push_back(articles[i]);
    const auto count = some.size();
    print("of " + std::to_string(share) + " articles all but one", count,
          whole.score(whole.learn(std::move(some)), test));
  }
}

void leave_regions_out(const Study& whole, const std::vector<AnnotatedArticle>& articles) {
  print_head("left out");
  for (const auto& part : kParts) {
    std::vector<AnnotatedArticle> learned, test;
    for (const auto& article : articles) (is_in(part, article.region) ? test : learned).push_back(article);
    print(part.name, test.size(), whole.score(whole.learn(std::move(learned)), test));
  }
  std::set<std::string> unknown;
  for (const auto& article : articles) {
    if (std::none_of(kParts.begin(), kParts.end(), [&](const Part& part) { return is_in(part, article.region); })) {
      unknown.insert(article.region);
    }
  }
  for (const auto& region : unknown) std::fprintf(stderr, "region %s is in no part of the world\n", region.c_str());
}

}  // namespace

int main(int count, char** values) {
  const std::string_view command = count > 1 ? values[1] : "";
  if (!(command == "ablate" && count == 5) && !(command == "regions" && count == 4)) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  try {
    const auto file = model::ModelFile::open(values[2]);
    const Study whole{.lexicon = features::Lexicon(model::FlagTable(file.section("lexicon"))),
                      .clusters = features::Clusters(file.section("clusters"))};
    const auto articles = train::read_annotated(values[3]);
    if (command == "ablate") {
      ablate(whole, articles, train::read_annotated(values[4]));
    } else {
      leave_regions_out(whole, articles);
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "study_mentions: %s\n", error.what());
    return 1;
  }
}
