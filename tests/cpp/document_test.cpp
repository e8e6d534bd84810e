#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "document/stages.h"
#include "model/model_file.h"
#include "pullquote/extractor.h"

namespace pullquote {
namespace {

const std::filesystem::path kModel = PULLQUOTE_SOURCE_DIR "/python/pullquote/models/en.pqm";

const std::vector<std::string>& articles() {
  static const std::vector<std::string> kArticles = {
      "",
      "LISBON (Reuters) - The mayor of Porto, Helena Vasques, said on Tuesday that the bridge would stay closed.\n\n"
      "\"We will not open it before the engineers have finished,\" Vasques told reporters.\n",
      "“It is a small harbour,” said Captain Jonas Lind of the Baltic Rescue Service, “and the sea is large.”\n\n"
      "He added that nobody had been hurt. The owners, Lind & Sons Ltd., paid $2 million in 2018.\n",
      "caf\xC3\xA9 \xF0\x9F\x98\x80 \xFF\xFE \"unfinished\n\n\"and then\xED\xA0\x80",
  };
  return kArticles;
}

TEST(Extractor, OpensTheShippedModel) {
  const auto extractor = Extractor::open(kModel);
  for (const auto& article : articles()) EXPECT_EQ(extractor.extract(article).text, article);
}

TEST(Extractor, FindsTheShippedNames) {
  const auto document = Extractor::open(kModel).extract(articles()[1]);
  std::vector<std::string> names;
  for (const auto& entity : document.entities) names.push_back(entity.name);
  EXPECT_THAT(names, ::testing::IsSupersetOf({"Helena Vasques", "Porto"}));
}

TEST(Extractor, AnswersManyThreadsAlike) {
  const auto extractor = Extractor::open(kModel);
  std::vector<Document> expected;
  for (const auto& article : articles()) expected.push_back(extractor.extract(article));

  constexpr std::size_t kThreads = 8;
  constexpr std::size_t kRounds = 20;
  std::vector<std::vector<Document>> answers(kThreads);
  std::vector<std::thread> threads;
  for (auto& own : answers) {
    // Copies share the model; taking and dropping them must be as safe as using them.
    threads.emplace_back([&own, copy = extractor] {
      for (std::size_t round = 0; round < kRounds; ++round) {
        const auto another = copy;
        own.clear();
        for (const auto& article : articles()) own.push_back(another.extract(article));
      }
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& own : answers) EXPECT_EQ(own, expected);
}

std::vector<std::string> golden_articles() {
  std::vector<std::string> found;
  for (const auto& file : std::filesystem::directory_iterator(PULLQUOTE_SOURCE_DIR "/tests/golden")) {
    if (file.path().extension() != ".txt") continue;
    std::ifstream in(file.path(), std::ios::binary);
    found.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return found;
}

// Threads that nothing was asked before: what is made at its first use is made by several at once.
TEST(Extractor, AnswersThreadsThatStartColdAlike) {
  const auto extractor = Extractor::open(kModel);
  const auto articles = golden_articles();
  ASSERT_GE(articles.size(), 5u);
  GazetteerBuilder known;
  known.add_name(known.add_entry({Label::kOrg, "", "Q1"}), "City Council");
  known.add_pattern(known.add_entry({Label::kMisc, "", "number"}), R"(\d+ (people|years))");
  const std::vector<Verb> verbs = {{"kvetch", Manner::kCriticised}};
  const Options options{.boilerplate = true, .gazetteer = std::move(known).build(), .verbs = Verbs(verbs)};

  std::vector<std::vector<Document>> answers(4);
  std::vector<std::thread> threads;
  for (auto& own : answers) {
    threads.emplace_back([&] {
      for (const auto& article : articles) own.push_back(extractor.extract(article, options));
    });
  }
  for (auto& thread : threads) thread.join();
  std::vector<Document> expected;
  for (const auto& article : articles) expected.push_back(extractor.extract(article, options));
  for (const auto& own : answers) EXPECT_EQ(own, expected);
}

TEST(Extractor, OutlivesTheOneItWasCopiedFrom) {
  auto first = std::make_unique<Extractor>(Extractor::open(kModel));
  const auto expected = first->extract(articles()[1]);
  const auto copy = *first;
  first.reset();
  EXPECT_EQ(copy.extract(articles()[1]), expected);
}

TEST(Extractor, FindsTheSameEntitiesWithoutQuotes) {
  const auto extractor = Extractor::open(kModel);
  const auto whole = extractor.extract(articles()[1]);
  const auto without = extractor.extract(articles()[1], {.quotes = false});
  EXPECT_FALSE(whole.quotes.empty());
  EXPECT_TRUE(without.quotes.empty());
  // The source of a quote may be one more mention, or somebody without a name.
  const auto names = [](const Document& document) {
    std::vector<std::string> out;
    for (const auto& entity : document.entities) {
      if (entity.named) out.push_back(entity.name);
    }
    return out;
  };
  EXPECT_EQ(names(without), names(whole));
}

class Listing final : public document::Observer {
 public:
  void ended(document::Stage stage) override { stages.push_back(stage); }
  std::vector<document::Stage> stages;
};

TEST(Stages, AreToldOfInTheirOrder) {
  const document::Models models(model::ModelFile::open(kModel));
  Listing all, without_quotes;
  EXPECT_EQ(document::run(models, articles()[1], {}, &all), Extractor::open(kModel).extract(articles()[1]));
  (void)document::run(models, articles()[1], {.quotes = false}, &without_quotes);
  ASSERT_EQ(all.stages.size(), document::kStageNames.size());
  for (std::size_t i = 0; i < all.stages.size(); ++i) EXPECT_EQ(static_cast<std::size_t>(all.stages[i]), i);
  std::erase(all.stages, document::Stage::kQuotes);
  EXPECT_EQ(without_quotes.stages, all.stages);
}

ErrorCode open_error(const std::filesystem::path& path) {
  try {
    (void)Extractor::open(path);
  } catch (const Error& error) {
    return error.code();
  }
  ADD_FAILURE() << path << " opened";
  return {};
}

TEST(Extractor, SaysWhyAModelDoesNotOpen) {
  const auto folder = std::filesystem::path(::testing::TempDir()) / ("pullquote-document-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  EXPECT_EQ(open_error(folder), ErrorCode::kModelNotFound);
  EXPECT_EQ(open_error(folder / "missing.pqm"), ErrorCode::kModelNotFound);

  model::ModelWriter().save(folder / "no-lexicon.pqm");
  EXPECT_EQ(open_error(folder / "no-lexicon.pqm"), ErrorCode::kModelCorrupt);

  model::ModelWriter bad;
  bad.add("lexicon", std::vector<std::byte>(40));
  bad.save(folder / "bad-lexicon.pqm");
  EXPECT_EQ(open_error(folder / "bad-lexicon.pqm"), ErrorCode::kModelCorrupt);

  std::filesystem::copy_file(kModel, folder / "short.pqm");
  std::filesystem::resize_file(folder / "short.pqm", std::filesystem::file_size(kModel) / 2);
  EXPECT_EQ(open_error(folder / "short.pqm"), ErrorCode::kModelCorrupt);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace pullquote
